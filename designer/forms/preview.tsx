import { Component, useState, type ReactNode } from 'react';
import { FormPage } from '../../forms/ui/form-page.tsx';
import type { Form } from '../../forms/form.ts';
import type { FieldError } from '../../forms/validate.ts';
import { evaluate } from '../../forms/evaluate.ts';
import type { Data } from '../../engine/state.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../shell/use-act.ts';
import { useText } from '../words.ts';
import { onThisPage } from './on-this-page.ts';

// Lists that the server gives at run time; two made-up entries each show how they look.
const catalogues = {
  communes: [{ value: '99001', label: { vi: 'Phường Giả Định', en: 'Sample ward' } }, { value: '99002', label: { vi: 'Xã Giả Định', en: 'Sample commune' } }],
  handlers: [{ value: 'handler-1', label: { vi: 'Nguyễn Văn Giả Định', en: 'Nguyễn Văn Giả Định' } }],
};

/** A form that cannot be drawn must not take the editor down with it. */
class Guard extends Component<{ children: ReactNode; fallback: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render = () => (this.state.failed ? this.props.fallback : this.props.children);
}

/** The page as it stands on a phone, alive: typed answers show and hide questions, and trying it asks the server. */
export const Preview = ({ form, page: pageId, onPage, stale }: { form: Form; page: string; onPage: (id: string) => void; stale: boolean }) => {
  const text = useText();
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{text('preview')}</h2>
      <p className="muted small" aria-live="polite">{text(stale ? 'previewStale' : 'previewHint')}</p>
      <div className="phone">
        <Guard key={`${pageId} ${JSON.stringify(form.ui.pages.length)}`} fallback={<p>{text('previewFailed')}</p>}>
          <Alive form={form} pageId={pageId} onPage={onPage} />
        </Guard>
      </div>
    </section>
  );
};

const Alive = ({ form, pageId, onPage }: { form: Form; pageId: string; onPage: (id: string) => void }) => {
  const text = useText();
  const lang = useLanguage();
  const [answer, setAnswer] = useState<Data>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [at] = useState(() => new Date().toISOString());
  const page = form.ui.pages.find(({ id }) => id === pageId);
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
      {trying.problem && <ProblemView error={trying.problem} />}
      <FormPage form={form} page={page} answer={answer} onChange={setAnswer} errors={errors} onSubmit={() => trying.run()} lang={lang} at={at} catalogues={catalogues} >
        <Button kind="main" type="submit" busy={trying.busy}>{text('tryNext')}</Button>
      </FormPage>
    </>
  );
};
