import { useState } from 'react';
import { nextPage, previousPage, shownPages } from '../../forms/flow.ts';
import { FormPage, type FormPageProps } from '../../forms/ui/form-page.tsx';
import { validate, type FieldError } from '../../forms/validate.ts';
import type { GuideVerdict, ServiceSheet } from '../../server/api/procedure.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useForm, type LoadedForm } from '../forms/use-form.ts';
import { useText } from '../service/words.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useAct } from '../../ui/use-act.ts';
import { Verdict } from './verdict.tsx';

const Questions = ({ sheet, loaded: { form, check, catalogues } }: { sheet: ServiceSheet; loaded: LoadedForm }) => {
  const text = useText();
  const language = useLanguage();
  const [at] = useState(() => new Date().toISOString());
  const [answer, setAnswer] = useState<FormPageProps['answer']>({});
  const [current, setCurrent] = useState(form.ui.pages[0]?.id ?? '');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [verdict, setVerdict] = useState<GuideVerdict>();
  const progress = { form, validation: validate(form, check, answer, { at, catalogues }), visited: [] };
  const ask = useAct(async () => setVerdict(await call('POST /api/procedures/:key/guide', { params: { key: sheet.key }, body: { answers: progress.validation.value } })));
  const page = shownPages(progress).find(({ id }) => id === current) ?? shownPages(progress)[0];
  const open = (id: string) => {
    setErrors([]);
    setVerdict(undefined);
    setCurrent(id);
  };
  if (verdict) return <Verdict verdict={verdict} sheet={sheet} pageOf={(field) => form.ui.pages.find(({ fields }) => fields.includes(field))?.id} onChange={open} />;
  if (!page) return null;
  const before = previousPage(progress, page.id);
  const submit = () => {
    const found = validate(form, check, answer, { at, catalogues, pages: [page.id] }).errors;
    setErrors(found);
    if (found.length > 0) return;
    const next = nextPage(progress, page.id);
    if (next) open(next.id);
    else ask.run();
  };
  const back = before ? (
    <BackLink href="#" label={text('guideBack')} onClick={(event) => { event.preventDefault(); open(before.id); }} />
  ) : (
    <BackLink href={`/services/${sheet.key}`} label={text('toSheet')} />
  );
  return (
    <Page key={page.id} title={pick(page.title, language)} caption={pick(form.title, language)} back={back} error={errors.length > 0} ownHeading>
      {ask.problem && <ProblemView error={ask.problem} />}
      <FormPage form={form} page={page} answer={answer} onChange={setAnswer} errors={errors} onSubmit={submit} lang={language} at={at} catalogues={catalogues}>
        <Button kind="main" type="submit" busy={ask.busy}>{text('guideContinue')}</Button>
      </FormPage>
    </Page>
  );
};

const WithForm = ({ sheet, guide }: { sheet: ServiceSheet; guide: string }) => {
  const form = useForm(sheet.key, guide, sheet.version.hash);
  return <LoadPage of={form}>{(loaded) => <Questions sheet={sheet} loaded={loaded} />}</LoadPage>;
};

/** "Do I need this?" before any typing: one question a page, then a clear outcome with its reasons. */
export const Guide = ({ procedure }: { procedure: string }) => {
  const sheet = useResource('GET /api/procedures/:key', { params: { key: procedure } });
  const text = useText();
  return <LoadPage of={sheet}>{(data) => (data.forms.guide ? <WithForm sheet={data} guide={data.forms.guide} /> : <Page title={text('guideNone')} back={<BackLink href={`/services/${procedure}`} label={text('toSheet')} />} />)}</LoadPage>;
};
