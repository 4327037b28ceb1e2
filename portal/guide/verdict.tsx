import { CircleCheck, CircleHelp, FileText, type LucideIcon } from 'lucide-react';
import type { GuideVerdict, ServiceSheet } from '../../server/api/procedure.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useBegin } from '../service/use-begin.tsx';
import { useText } from '../service/words.ts';
import '../service/service.css';
import './verdict.css';

interface VerdictProps {
  verdict: GuideVerdict;
  sheet: ServiceSheet;
  /** The page that asks for a field, where its answer can be changed. */
  pageOf: (field: string) => string | undefined;
  onChange: (page: string) => void;
}

const icons: Record<GuideVerdict['next'], LucideIcon> = { file: FileText, nothing: CircleCheck, 'find-out': CircleHelp };

/** The outcome in one sentence, why, on which law, and the next step. */
export const Verdict = ({ verdict, sheet, pageOf, onChange }: VerdictProps) => {
  const text = useText();
  const language = useLanguage();
  const begin = useBegin(sheet.key);
  const change = (field: string, label: string) => {
    const page = pageOf(field);
    return page ? <Button kind="quiet" onClick={() => onChange(page)}>{text('guideChange')}<span className="visually-hidden">: {label}</span></Button> : undefined;
  };
  return (
    <Page title={pick(verdict.title, language)} caption={pick(sheet.name, language)}>
      <div className={`verdict verdict-${verdict.next}`}>
        <Icon of={icons[verdict.next]} />
        <p>{pick(verdict.explanation, language)}</p>
      </div>
      <div className="service-actions">
        {verdict.next === 'file' && begin('main')}
        <ButtonLink kind={verdict.next === 'file' ? 'plain' : 'main'} href={`/services/${sheet.key}`}>{text('toSheet')}</ButtonLink>
      </div>
      <h2>{text('guideAnswers')}</h2>
      <SummaryList rows={verdict.facts.map(({ field, label, value }) => ({ label: pick(label, language), value: pick(value, language), action: change(field, pick(label, language)) }))} />
      <h2>{text('guideWhy')}</h2>
      <ul>{verdict.legalBasis.map((basis) => <li key={basis.vi}>{pick(basis, language)}</li>)}</ul>
      <p className="muted small">{text('guideNotice')}</p>
    </Page>
  );
};
