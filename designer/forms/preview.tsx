import { useMemo, useState } from 'react';
import { Answers } from '../../forms/ui/answers-view.tsx';
import { FormPage } from '../../forms/ui/form-page.tsx';
import type { FieldPath } from '../../forms/field-path.ts';
import type { FileValue, Form } from '../../forms/form.ts';
import type { FieldError } from '../../forms/validate.ts';
import { evaluate } from '../../forms/evaluate.ts';
import type { Lang } from '../../forms/text.ts';
import type { Data } from '../../engine/state.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { pane } from '../shell/panes.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { Guard } from './guard.tsx';
import { onThisPage } from './on-this-page.ts';
import { sampleCatalogues } from './sample-catalogues.ts';

/** What somebody tries the form with; the rules are tested on it too. */
export interface Trial {
  readonly answer: Data;
  readonly onAnswer: (answer: Data) => void;
  /** UTC instant of the trial. */
  readonly at: string;
}

interface PreviewProps extends Trial {
  form: Form;
  page: string;
  onPage: (id: string) => void;
  stale: boolean;
}

const views = ['page', 'answers'] as const;

/** The form as it stands on a phone, alive: typed answers show and hide questions, and trying a page asks the server. */
export const Preview = ({ stale, ...shown }: PreviewProps) => {
  const text = useText();
  const here = useLanguage();
  const [view, setView] = useState<(typeof views)[number]>('page');
  const [other, setOther] = useState<Lang>();
  const lang = other ?? here;
  const { form, page, onPage, at } = shown;
  return (
    <section className="preview" {...pane} aria-labelledby="preview">
      <h2 id="preview">{text('preview')}</h2>
      <p className="muted small" aria-live="polite">{text(stale ? 'previewStale' : 'previewHint')}</p>
      <div className="preview-tools">
        <Select id="preview-view" label={text('previewView')} value={view} options={views.map((value) => ({ value, label: text(`preview_${value}`) }))} onChange={(next) => setView(next as typeof view)} />
        <Select id="preview-lang" label={text('previewLang')} value={lang} options={(['vi', 'en'] as const).map((value) => ({ value, label: text(value === 'vi' ? 'inVietnamese' : 'inEnglish') }))} onChange={(next) => setOther(next as Lang)} />
        {view === 'page' && <Select id="preview-page" label={text('whichPage')} value={page} options={form.ui.pages.map(({ id, title }, index) => ({ value: id, label: `${index + 1}. ${pick(title, lang) || id}` }))} onChange={onPage} />}
      </div>
      <div className="phone" lang={lang}>
        <Guard key={`${view} ${page} ${form.rules.length} ${form.ui.pages.length}`} fallback={<p lang={here}>{text('previewFailed')}</p>}>
          {view === 'page' ? <Alive {...shown} lang={lang} /> : <AllAnswers form={form} answer={shown.answer} at={at} lang={lang} />}
        </Guard>
      </div>
      <Button small kind="quiet" onClick={() => shown.onAnswer({})}>{text('forgetAnswers')}</Button>
    </section>
  );
};

const AllAnswers = ({ form, answer, at, lang }: { form: Form; answer: Data; at: string; lang: Lang }) => (
  <Answers form={form} evaluation={evaluate(form, answer, at)} lang={lang} catalogues={sampleCatalogues} />
);

/** Nothing of a trial is sent or kept: a file counts as given. */
const pretended = (_: FieldPath, { name, size, type }: File): Promise<FileValue> => Promise.resolve({ file: 'preview', name, size, type, sha256: '0'.repeat(64) });

const Alive = ({ form, page: pageId, onPage, answer, onAnswer, at, lang }: Omit<PreviewProps, 'stale'> & { lang: Lang }) => {
  const text = useText();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const page = form.ui.pages.find(({ id }) => id === pageId);
  const isShown = useMemo(() => evaluate(form, answer, at).pages.has(pageId), [form, answer, at, pageId]);
  const trying = useAct(async () => {
    const tried = await call('POST /api/designer/forms/try', { body: { form, data: answer } });
    const found = onThisPage(tried.errors, page?.fields ?? []);
    setErrors(found.map(({ path, message }) => ({ path, keyword: 'any', message: { vi: message, en: message } })) as readonly FieldError[]);
    if (found.length > 0 || !tried.usable) return;
    const shown = evaluate(form, answer, at).pages;
    const next = form.ui.pages.slice(form.ui.pages.findIndex(({ id }) => id === pageId) + 1).find(({ id }) => shown.has(id));
    if (next) onPage(next.id);
  });
  if (!page) return null;
  return (
    <>
      {!isShown && <p className="form-note">{text('previewHidden')}</p>}
      {trying.problem && <ProblemView error={trying.problem} />}
      <FormPage form={form} page={page} answer={answer} onChange={onAnswer} errors={errors} onSubmit={() => trying.run()} lang={lang} at={at} catalogues={sampleCatalogues} onUpload={pretended}>
        <Button kind="main" type="submit" busy={trying.busy}>{text('previewNext')}</Button>
      </FormPage>
    </>
  );
};
