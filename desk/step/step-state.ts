import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Data } from '../../engine/state.ts';
import type { FieldPath } from '../../forms/field-path.ts';
import type { Catalogues, Form } from '../../forms/form.ts';
import { validate, type Check, type FieldError } from '../../forms/validate.ts';
import type { FieldProblem } from '../../server/api/problem.ts';
import type { TaskView } from '../../server/api/task.ts';
import { inHere } from '../../ui/base.ts';
import { queryOf } from '../../ui/query.ts';
import { flagged, flagsIn, remarked, takesFlags, type Flag } from './composition.ts';
import { keepTyped, readTyped } from './typed.ts';

/** The answer being written for one step, shared by the columns of the dossier. */
export interface StepState {
  readonly form: Form | undefined;
  readonly catalogues: Catalogues;
  readonly failed: unknown;
  readonly answer: Data;
  readonly setAnswer: (answer: Data) => void;
  readonly errors: readonly FieldError[];
  readonly setErrors: (errors: readonly FieldError[]) => void;
  /** What was typed earlier came back. */
  readonly restored: boolean;
  readonly startAgain: () => void;
  /** Instant for the form's rules. */
  readonly at: string;
  /** Judges the answer; shows the errors and gives nothing when it does not stand. */
  readonly judge: () => Data | undefined;
  /** Present when the step can ask for a supplement and the reader may do it. */
  readonly flags: Flagging | undefined;
}

export interface Flagging {
  readonly list: readonly Flag[];
  readonly paths: ReadonlySet<FieldPath>;
  readonly toggle: (target: Flag['target'], path: FieldPath) => void;
  readonly remark: (path: FieldPath, remark: string) => void;
}

export const loadCheck = async (address: string): Promise<Check> => ((await import(/* @vite-ignore */ inHere(address))) as { default: Check }).default;
export const alwaysGood: Check = () => [];

/** Where the server found an answer wrong, by the fields of its form. */
export const serverErrors = (errors: readonly FieldProblem[]): readonly FieldError[] =>
  errors.map(({ path, message }) => ({ path: path.replace(/^\/?data[./]?/, '').replaceAll('/', '.'), keyword: 'server', message: { vi: message, en: message } }));

/** People whom the step may be given to answer for lists that the form does not bring along. */
const withPeople = (catalogues: Catalogues, form: Form, people: TaskView['assignable']): Catalogues => {
  const lacking = Object.values(form.ui.fields).flatMap(({ catalogue }) => (catalogue !== undefined && !catalogues[catalogue]?.length ? [catalogue] : []));
  const options = people.map(({ id, name }) => ({ value: id, label: { vi: name, en: name } }));
  return { ...catalogues, ...Object.fromEntries(lacking.map((name) => [name, options])) };
};

export const useStepState = (task: TaskView, account: string): StepState => {
  const [at] = useState(() => new Date().toISOString());
  const [typed] = useState(() => readTyped(account, task.id));
  const [answer, put] = useState<Data>(typed ?? task.data);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [restored, setRestored] = useState(typed !== undefined);
  const form = useQuery({
    ...queryOf('GET /api/procedures/:key/forms/:form', { params: { key: task.form?.procedure ?? '', form: task.form?.key ?? '' }, query: { ...(task.form && { version: task.form.version }) } }),
    enabled: task.form !== null, staleTime: Infinity,
  });
  const address = form.data?.validator;
  const check = useQuery({ queryKey: ['validator', address], queryFn: () => loadCheck(address ?? ''), enabled: address !== undefined, staleTime: Infinity });
  const file = form.data?.form;
  const catalogues = useMemo(() => (form.data ? withPeople(form.data.catalogues, form.data.form, task.assignable) : {}), [form.data, task.assignable]);

  const setAnswer = (next: Data) => {
    put(next);
    keepTyped(account, task.id, next);
  };
  const judge = () => {
    if (!file) return answer;
    // without the precompiled module the server still judges
    const found = validate(file, check.data ?? alwaysGood, answer, { at, catalogues });
    setErrors(found.errors);
    return found.errors.length === 0 ? found.value : undefined;
  };
  const list = flagsIn(answer);
  const flags = file && task.can.complete && takesFlags(file)
    ? {
        list,
        paths: new Set(list.map(({ path }) => path)),
        toggle: (target: Flag['target'], path: FieldPath) => setAnswer(flagged(file, answer, target, path, at)),
        remark: (path: FieldPath, remark: string) => setAnswer(remarked(answer, path, remark)),
      }
    : undefined;
  return {
    form: file, catalogues, failed: form.error, answer, setAnswer, errors, setErrors, at, judge, flags, restored,
    startAgain: () => {
      setAnswer(task.data);
      setErrors([]);
      setRestored(false);
    },
  };
};
