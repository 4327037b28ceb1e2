import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import { ruleWords } from './rule-words.ts';
import './findings.css';

/** One finding: how grave in a word, what in the reader's language, then the checker's own exact words. */
export const FindingItem = ({ finding, children }: { finding: Finding; children?: ReactNode }) => {
  const text = useText();
  const isError = finding.severity === 'error';
  const words = ruleWords(finding.rule);
  return (
    <li className={`finding finding-${finding.severity}`}>
      <Icon of={isError ? CircleAlert : TriangleAlert} />
      <div>
        <p><strong>{text(isError ? 'error' : 'warning')}: {words ?? finding.rule}</strong> {children}</p>
        <p className="finding-exact" lang="en">{finding.message}</p>
      </div>
    </li>
  );
};
