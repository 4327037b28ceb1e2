import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { ruleWords } from './rule-words.ts';
import './findings.css';

/** One finding: how grave in a word, what in the reader's language, then the checker's own exact words. */
export const FindingItem = ({ finding, children, nameOf = () => undefined }: { finding: Finding; children?: ReactNode; nameOf?: (id: string) => string | undefined }) => {
  const text = useText();
  const isError = finding.severity === 'error';
  const words = ruleWords(finding.rule);
  const exact = useLanguage() === 'vi' ? finding.messageVi : undefined;
  return (
    <li className={`finding finding-${finding.severity}`}>
      <Icon of={isError ? CircleAlert : TriangleAlert} />
      <div>
        <p><strong>{text(isError ? 'error' : 'warning')}: {words ?? finding.rule}</strong> {children}</p>
        {exact !== undefined && <p className="finding-exact">{exact}</p>}
        {exact === undefined && <p className="finding-exact" lang="en">{finding.message}</p>}
        {finding.counterexample && finding.counterexample.length > 0 && (
          <details>
            <summary>{text('comesTo')}</summary>
            <ol>{finding.counterexample.map((id, index) => <li key={index}>{nameOf(id) ?? id}</li>)}</ol>
          </details>
        )}
      </div>
    </li>
  );
};
