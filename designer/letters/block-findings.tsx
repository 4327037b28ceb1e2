import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../server/api/designer.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { ruleWords } from '../findings/rule-words.ts';
import { useText } from '../words.ts';
import type { Lexicon } from './lexicon.ts';

/** What is wrong with a paragraph, said at it: in the reader's language, with the name or expression that it is about. */
export const BlockFindings = ({ findings, lexicon }: { findings: readonly Finding[]; lexicon: Lexicon }) => {
  const text = useText();
  const language = useLanguage();
  if (findings.length === 0) return null;
  return (
    <ul className="finding-list">
      {findings.map((finding, index) => {
        const isError = finding.severity === 'error';
        const about = finding.rule === 'letter-field' ? /"([^"]+)"/.exec(finding.message)?.[1] : /\{\{.*?\}\}/.exec(finding.message)?.[0];
        return (
          <li key={index} className={`finding finding-${finding.severity}`}>
            <Icon of={isError ? CircleAlert : TriangleAlert} />
            <div>
              <p><strong>{text(isError ? 'error' : 'warning')}: {ruleWords(finding.rule) ?? finding.rule}</strong> {about !== undefined && <code>{lexicon.shown(about.startsWith('{{') ? about : `{{ ${about} }}`)}</code>}</p>
              {language === 'en' ? <p className="finding-exact">{finding.message}</p> : finding.messageVi !== undefined ? <p className="finding-exact">{finding.messageVi}</p> : <details><summary>{text('exactWords')}</summary><p className="finding-exact" lang="en">{finding.message}</p></details>}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
