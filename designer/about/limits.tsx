import { timeLimit as inWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { LimitField } from '../process/panel/limit-field.tsx';
import { useText } from '../words.ts';
import { Days } from './days.tsx';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';
import { daysInWords } from './standing.tsx';

/** The times that the law allows, one after another in time. */
export const Limits = ({ procedure: { timeLimit }, put }: PartProps) => {
  const text = useText();
  const language = useLanguage();
  return (
    <Rows openAlone items={timeLimit} title={(one) => [inWords(one.limit, language), daysInWords(text, one)].filter(Boolean).join(', ')} add={text('addLimit')} fresh={() => ({ limit: timeLimit.at(-1)!.limit, source: '', mark: 'design' as const })} onChange={(next) => { if (next.length > 0) put(['timeLimit'], next); }}>
      {(one, index) => (
        <>
          <LimitField id={`about-limit-${index}`} label={text('legalLimit')} hint={text('legalLimitHint')} value={one.limit} onCommit={(next) => put(['timeLimit', index, 'limit'], next)} />
          <Days id={`about-limit-${index}`} of={one} put={(name, next) => put(['timeLimit', index, name], next)} />
          <Sourced id={`about-limit-${index}`} value={one} put={(name, next) => put(['timeLimit', index, name], next)} />
        </>
      )}
    </Rows>
  );
};
