import type { DraftChecked } from '../../server/api/draft.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { date, timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { FeeTable } from '../dossier/fee-table.tsx';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';

type About = DraftChecked['reasons'][number]['about'];

/** What it costs, who decides and how long it takes, each with the rule behind it. */
export const FeePage = ({ filing, checked }: { filing: FilingRun; checked: DraftChecked }) => {
  const text = useText();
  const language = useLanguage();
  const why = (about: About) =>
    checked.reasons.filter((reason) => reason.about === about).map(({ text: reason, legalBasis }) => (
      <span key={reason.vi} className="muted small block">{[reason, legalBasis].flatMap((part) => (part ? [pick(part, language)] : [])).join('. ')}</span>
    ));
  const rows = [
    ...(checked.unit ? [{ label: text('feeUnit'), value: <>{pick(checked.unit.name, language)}{why('unit')}</> }] : []),
    ...checked.lookUps.map(({ name, said, sources }) => ({
      label: pick(name, language),
      value: <>{pick(said, language)}{sources.slice(0, 1).map(({ source, sourceDate }) => <span key={source} className="muted small block">{source}, {date(sourceDate)}</span>)}</>,
    })),
    ...(checked.timeLimit ? [{ label: text('feeTime'), value: <>{timeLimit(checked.timeLimit, language)}{why('timeLimit')}</> }] : []),
  ];
  return (
    <Page title={text('feeTitle')} back={<BackLink href="#" label={text('checkTitle')} onClick={(event) => { event.preventDefault(); filing.back(); }} />}>
      <FeeTable fee={checked.fee} />
      {checked.fee.lines.length === 0 && why('fee')}
      {checked.fee.total > 0 && <p>{text('feeLater')}</p>}
      <SummaryList rows={rows} />
      <Button kind="main" onClick={filing.next}>{text('feeContinue')}</Button>
    </Page>
  );
};
