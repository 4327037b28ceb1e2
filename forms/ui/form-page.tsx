import { withTheme, type IChangeEvent } from '@rjsf/core';
import type { ValidatorType } from '@rjsf/utils';
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { Data, Json } from '../../engine/state.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import '../../ui/choices.css';
import '../../ui/field.css';
import { evaluate, type Remark } from '../evaluate.ts';
import { expand } from '../expand.ts';
import { setAt, valueAt, type Draft, type FieldPath } from '../field-path.ts';
import type { Catalogues, FileValue, Form, Page } from '../form.ts';
import { normalise } from '../normalise.ts';
import type { Lang } from '../text.ts';
import type { FieldError } from '../validate.ts';
import { AskingProvider, controlId, type Asking, type Upload } from './asking.ts';
import { pageShape } from './page-shape.ts';
import { theme } from './theme.tsx';
import { sayIn } from './words.ts';
import './form.css';

const ThemedForm = withTheme(theme);

// forms/validate.ts judges, the same in browser and server; react-jsonschema-form only walks the schema.
const nobody: ValidatorType = { validateFormData: () => ({ errors: [], errorSchema: {} }), isValid: () => true, rawValidation: () => ({}) };
const noDefaults = { arrayMinItems: { populate: 'never' }, emptyObjectFields: 'skipDefaults', constAsDefaults: 'never', allOf: 'skipDefaults', mergeDefaultsIntoFormData: 'useFormDataIfPresent' } as const;
const noCatalogues: Catalogues = {};
const noRemarks: Readonly<Record<FieldPath, string>> = {};

export interface FormPageProps {
  readonly form: Form;
  /** A page of the form, or one put together from flagged fields for a supplement. */
  readonly page: Page;
  /** The whole answer as typed so far; `onChange` gives the next one. */
  readonly answer: Data;
  readonly onChange: (answer: Data) => void;
  /** Errors of the last `validate`; shown until the next. A new array moves the focus to the summary. */
  readonly errors: readonly FieldError[];
  readonly onSubmit: () => void;
  readonly lang: Lang;
  /** UTC instant for the rules; a page that is open for hours may pass a fixed one. */
  readonly at: string;
  readonly catalogues?: Catalogues;
  readonly onUpload?: Upload;
  readonly fileHref?: (file: FileValue) => string;
  /** What the office wrote, by place, when it asked for a supplement. */
  readonly remarks?: Readonly<Record<FieldPath, string>>;
  readonly readOnly?: boolean;
  /** False where the app's page frame already shows the question as its heading. */
  readonly heading?: boolean;
  /** Stands in place of the "Continue" button. */
  readonly children?: ReactNode;
}

/** One page of a form: the question as heading, its fields, one button. */
export function FormPage({ form, page, answer, onChange, errors, onSubmit, lang, at, catalogues = noCatalogues, onUpload, fileHref, remarks = noRemarks, readOnly = false, heading = true, children }: FormPageProps) {
  const expanded = useMemo(() => expand(form), [form]);
  const evaluation = useMemo(() => evaluate(form, normalise(expanded, answer), at), [form, expanded, answer, at]);
  const [sending, setSending] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const headingId = useId();
  const shape = useMemo(() => pageShape(expanded, page.fields), [expanded, page.fields]);
  const summary = useMemo(() => errors.map(({ path, message }) => ({ id: path === '' ? undefined : controlId(path), message: message[lang] })), [errors, lang]);
  const asking = useMemo((): Asking => ({
    expanded, evaluation, lang, catalogues, readOnly, fileHref,
    say: sayIn(lang),
    errors: new Map(errors.map(({ path, message }) => [path, message[lang]])),
    warnings: texts(evaluation.warnings, lang),
    remarks: new Map(Object.entries(remarks)),
    only: heading && page.fields.length === 1 ? page.fields[0] : undefined,
    upload: onUpload,
    uploads: (change) => setSending((count) => count + change),
    replace: (path, value) => {
      const next = structuredClone(answer) as Draft;
      setAt(next, path, value);
      onChange(next);
    },
  }), [expanded, evaluation, lang, catalogues, readOnly, fileHref, errors, remarks, heading, page.fields, onUpload, answer, onChange]);

  const change = ({ formData }: IChangeEvent) => {
    const next = structuredClone(answer) as Draft;
    for (const id of page.fields) setAt(next, id, valueAt(formData as Json, id));
    onChange(next);
  };
  const submit = () => {
    setWaiting(sending > 0);
    if (sending === 0) onSubmit();
  };
  return (
    <AskingProvider value={asking}>
      <ErrorSummary errors={summary} title={asking.say('summary')} />
      {heading && <h1 id={headingId}>{page.title[lang]}</h1>}
      {page.intro && <p>{page.intro[lang]}</p>}
      <ThemedForm
        key={page.id}
        className="form"
        schema={shape.schema}
        uiSchema={shape.uiSchema}
        formData={answer}
        validator={nobody}
        noValidate
        noHtml5Validate
        idPrefix="answer"
        idSeparator="."
        experimental_defaultFormStateBehavior={noDefaults}
        showErrorList={false}
        onChange={change}
        onSubmit={submit}
      >
        {waiting && sending > 0 && <output className="form-note">{asking.say('uploadsFirst')}</output>}
        {children ?? (readOnly ? <></> : <Button kind="main" type="submit">{asking.say('next')}</Button>)}
      </ThemedForm>
    </AskingProvider>
  );
}

const texts = (remarks: readonly Remark[], lang: Lang): ReadonlyMap<FieldPath, string> => new Map(remarks.map(({ path, message }) => [path, message[lang]]));
