import { parseTimeLimit } from '../../engine/calendar/limit.ts';
import { check } from '../../engine/expression/feel.ts';
import { isoDue } from '../../engine/iso-timer.ts';
import { Committed } from '../process/panel/committed.tsx';
import { LimitField } from '../process/panel/limit-field.tsx';
import { useText } from '../words.ts';
import type { Spot } from './leads.ts';
import type { When } from './when.ts';

/** What a transition waits for more exactly: its time, or the name of its message. A blank one is not taken. */
export const WhenField = ({ when, spot: { key }, onChange }: { when: When; spot: Spot; onChange: (key: string) => void }) => {
  const text = useText();
  if (when === 'message') return <Committed id="lead-message" label={text('leadMessage')} value={key} code fault={(typed) => (isName(typed) ? undefined : text('leadMessageFault'))} onCommit={(typed) => isName(typed) && onChange(typed.trim())} />;
  if (when !== 'after') return null;
  if (isLimit(key)) return <LimitField id="lead-time" label={text('leadTime')} value={key} onCommit={(typed) => isLimit(typed) && onChange(typed)} />;
  return <Committed id="lead-time" label={text('leadTimeFeel')} value={key} code fault={(typed) => (isTime(typed.trim()) ? undefined : text('leadTimeFault'))} onCommit={(typed) => isTime(typed.trim()) && onChange(typed.trim())} />;
};

const isName = (typed: string): boolean => typed.trim() !== '' && !/\*|^(xstate|motcua|task\.complete)\./.test(typed.trim());

const isLimit = (key: string): boolean => {
  try {
    parseTimeLimit(key);
    return true;
  } catch {
    return false;
  }
};

const isTime = (key: string): boolean => isLimit(key) || (key.startsWith('=') ? check(key.slice(1).trim()) === undefined : /^\d{1,15}$/.test(key) || isoDue({ type: 'duration', value: key }, '2000-01-01T00:00:00.000Z') !== undefined);
