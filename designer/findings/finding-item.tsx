import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useContext, type ReactNode } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { FindingActs } from './acts.ts';
import { followedBy } from './clauses.ts';
import { ElementNames, inNames } from './element-names.ts';
import { FindingLaw } from './laws.ts';
import { ruleWords } from './rule-words.ts';
import './findings.css';

const grades = { error: [CircleAlert, 'error'], warning: [TriangleAlert, 'warning'], note: [Info, 'toKnow'] } as const;

/** One finding: how grave in a word, what in the reader's language, then exactly what; folded away where only the checker's English says that. */
export const FindingItem = ({ finding, children, nameOf: given }: { finding: Finding; children?: ReactNode; nameOf?: (id: string) => string | undefined }) => {
  const text = useText();
  const [sign, grade] = grades[finding.severity];
  const words = ruleWords(finding.rule);
  const acts = useContext(FindingActs)(finding);
  const known = useContext(ElementNames);
  const nameOf = (id: string) => given?.(id) ?? known(id);
  const law = useContext(FindingLaw)(finding);
  const followed = followedBy(finding.rule);
  const inVietnamese = useLanguage() === 'vi';
  const exact = inVietnamese ? finding.messageVi : finding.message;
  return (
    <li className={`finding finding-${finding.severity}`}>
      <Icon of={sign} />
      <div>
        <p><strong>{text(grade)}: {words ?? finding.rule}</strong> {children}</p>
        {exact !== undefined && <p className="finding-exact" lang={inVietnamese ? undefined : 'en'}>{inNames(exact, nameOf)}</p>}
        {exact === undefined && <details><summary>{text('exactWords')}</summary><p className="finding-exact" lang="en">{inNames(finding.message, nameOf)}</p></details>}
        {law && <p className="finding-law">{text('findingLaw')} <span lang="vi">{law.source}</span>{law.mark && ` (${text(`mark_${law.mark}`)})`}</p>}
        {followed && (
          <details>
            <summary>{text('findingWhy')}</summary>
            <p className="finding-law">{followed.standard === 'soundness' ? text('findingSound') : text('findingClause', { standard: followed.standard, clauses: clauseWords(followed.clauses, text) })}</p>
          </details>
        )}
        {!acts && finding.counterexample && finding.counterexample.length > 0 && (
          <details>
            <summary>{text('comesTo')}</summary>
            <ol>{finding.counterexample.map((id, index) => <li key={index}>{nameOf(id) ?? id}</li>)}</ol>
          </details>
        )}
        {acts}
      </div>
    </li>
  );
};

/** “10.5.2, table 10.93” in the reader’s language. */
const clauseWords = (clauses: string, text: ReturnType<typeof useText>): string => clauses.replaceAll('table ', `${text('findingTable')} `).replaceAll(' to ', '–');
