import { useState } from 'react';
import type { Evaluation } from '../../../forms/evaluate.ts';
import { formatNumber } from '../../../forms/number.ts';
import { State, type StateTone } from '../../../ui/state.tsx';
import { useText } from '../../words.ts';
import { ruleId } from '../editing.ts';
import type { Entry } from './entries.ts';
import { ruleWords, type RulePhrasing } from './phrases.ts';
import { RuleEditor } from './rule-editor.tsx';
import type { Sentence } from '../../conditions/sentence.ts';
import { verdictOf, type Verdict } from './verdict.ts';
import { Why } from './why.tsx';

interface RuleRowProps {
  entry: Entry;
  sentence: Sentence | undefined;
  phrasing: RulePhrasing;
  evaluation: Evaluation | undefined;
  at: string;
  /** Results of this rule that were seen in the trial so far. */
  seen: ReadonlySet<Verdict['result']>;
  open: boolean;
  onTry: (holds: boolean) => void;
}

const tones: Readonly<Record<Verdict['result'], StateTone>> = { holds: 'done', not: 'plain', value: 'open', failed: 'late', none: 'plain' };

/** One rule as a sentence, with what it makes of the answers tried; opened, why, and how to change it. */
export const RuleRow = ({ entry, sentence, phrasing, evaluation, at, seen, open: first, onTry }: RuleRowProps) => {
  const text = useText();
  const [open, setOpen] = useState(first);
  const verdict = evaluation && verdictOf(entry, sentence, phrasing.named, evaluation, at);
  const value = typeof verdict?.value === 'number' ? formatNumber(verdict.value, phrasing.language) : verdict?.value === null || verdict?.value === undefined ? text('noValue') : String(verdict.value);
  return (
    <details className="field-row rule-row" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={ruleId(entry.key)}>
        <span className="rule-words">{ruleWords(entry, sentence, phrasing)}</span>{' '}
        {verdict && <State tone={tones[verdict.result]} word={verdict.result === 'value' ? text('valueNow', { value }) : text(`verdict_${verdict.result}`)} />}
      </summary>
      {open && (
        <>
          {verdict && <Why entry={entry} sentence={sentence} phrasing={phrasing} verdict={verdict} seen={seen} onTry={onTry} />}
          <RuleEditor entry={entry} phrasing={phrasing} />
        </>
      )}
    </details>
  );
};
