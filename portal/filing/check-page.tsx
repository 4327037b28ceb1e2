import { useMemo } from 'react';
import { Link } from 'wouter';
import { pageOf } from '../../forms/flow.ts';
import { Answers } from '../../forms/ui/answers-view.tsx';
import { evaluate } from '../../forms/evaluate.ts';
import type { Draft, DraftChecked } from '../../server/api/draft.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { fileHref } from '../forms/file-href.ts';
import type { LoadedForm } from '../forms/use-form.ts';
import { declarations } from './page-facts.ts';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';

interface CheckPageProps {
  draft: Draft;
  loaded: LoadedForm;
  filing: FilingRun;
  checked: DraftChecked;
}

/** Everything that would be filed, line by line; "Thay đổi" comes back here. */
export const CheckPage = ({ draft, loaded: { form, catalogues }, filing, checked }: CheckPageProps) => {
  const text = useText();
  const language = useLanguage();
  const hrefOf = (page: string | undefined) => (page ? `/filing/${draft.id}/${page}` : `/filing/${draft.id}`);
  const evaluation = useMemo(() => {
    const found = evaluate(form, checked.data, filing.at);
    // what is declared stands on the last page
    return { ...found, hidden: new Set([...found.hidden, ...declarations(form)]) };
  }, [form, checked, filing.at]);
  const remarks = (items: DraftChecked['errors']) => (
    <ul>
      {items.map(({ path, message }) => (
        <li key={`${path} ${message}`}><Link href={hrefOf(pageOf(form, path)?.id)}>{message}</Link></li>
      ))}
    </ul>
  );
  return (
    <Page title={text('checkTitle')} back={<BackLink href={`/filing/${draft.id}`} label={text('filingTasks')} />} error={checked.errors.length > 0}>
      {filing.problem && <ProblemView error={filing.problem} />}
      {checked.errors.length > 0 && <Notice kind="danger" title={text('checkErrors')}>{remarks(checked.errors)}</Notice>}
      {checked.warnings.length > 0 && <Notice kind="soon" title={text('checkWarnings')}>{remarks(checked.warnings)}</Notice>}
      <p>{text('checkLead')}</p>
      <Answers form={form} evaluation={evaluation} lang={language} catalogues={catalogues} pageHref={hrefOf} fileHref={fileHref} />
      {checked.errors.length === 0 && <Button kind="main" onClick={filing.next}>{text('checkContinue')}</Button>}
    </Page>
  );
};
