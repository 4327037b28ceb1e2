import { Check, X } from 'lucide-react';
import type { Json } from '../../../engine/state.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useText } from '../../words.ts';
import { feelNamesFor, valueWords } from './questions.ts';
import type { Entry } from './entries.ts';
import { conditionWords } from '../../conditions/phrases.ts';
import type { RulePhrasing } from './phrases.ts';
import type { Sentence } from '../../conditions/sentence.ts';
import type { Verdict } from './verdict.ts';

interface WhyProps {
  entry: Entry;
  sentence: Sentence | undefined;
  phrasing: RulePhrasing;
  verdict: Verdict;
  seen: ReadonlySet<Verdict['result']>;
  onTry: (holds: boolean) => void;
}

/** The test bench of one rule: what each condition says of the answers tried, which outcomes were seen, and answers that bring about either. */
export const Why = ({ entry, sentence, phrasing, verdict, seen, onTry }: WhyProps) => {
  const text = useText();
  const { expanded, language } = phrasing;
  const named = feelNamesFor(expanded, entry.target, entry.kind);
  const said = (name: string, answer: Json | undefined) => {
    const one = named.find((other) => other.name === name);
    return answer === undefined || answer === null ? text('notAnswered') : one ? valueWords(expanded, one.field, answer, language) : JSON.stringify(answer);
  };
  const label = (name: string) => pick(named.find((other) => other.name === name)?.label ?? { vi: name, en: name }, language);
  return (
    <div className="rule-why" role="group" aria-label={text('ruleBench')}>
      {verdict.failed !== undefined && <p>{text('ruleFailed')} <span lang="en">{verdict.failed}</span></p>}
      <ul>
        {sentence?.conditions.map((condition, index) => {
          const part = verdict.parts[index];
          return part && (
            // oxlint-disable-next-line react/no-array-index-key -- conditions have no names of their own
            <li key={index}><Icon of={part.holds ? Check : X} /> {text(part.holds ? 'partHolds' : 'partNot')}: {conditionWords(condition, phrasing)} <span className="muted">({text('answerNow', { answer: said(condition.name, part.answer) })})</span></li>
          );
        })}
        {verdict.parts.length === 0 && verdict.looked.map(({ name, answer }) => <li key={name}>“{label(name)}”: {said(name, answer)}</li>)}
      </ul>
      {entry.kind !== 'compute' && (
        <p className="small">
          {text(seen.has('holds') ? 'seenHolds' : 'unseenHolds')} {text(seen.has('not') ? 'seenNot' : 'unseenNot')}
        </p>
      )}
      {sentence && !entry.target.includes('[]') && (
        <div className="row">
          <Button small onClick={() => onTry(true)}>{text('tryHolds')}</Button>
          <Button small onClick={() => onTry(false)}>{text('tryNot')}</Button>
        </div>
      )}
    </div>
  );
};
