import { parseTimeLimit } from './calendar/limit.ts';
import { cycleOf, instantOf, isoDue } from './iso-timer.ts';

type Type = 'date' | 'duration' | 'cycle';

/** Whether a text says when: a date or date and time, a duration or a cycle in ISO 8601, a cycle for cron, or in place of a duration a limit in working time. */
export const isTimerText = (type: Type, text: string): boolean => {
  if (type === 'date') return instantOf(text) !== undefined;
  if (isoDue({ type, value: text }, '2026-01-01T00:00:00Z') !== undefined) return true;
  const span = type === 'cycle' ? cycleOf(text)?.every : text;
  if (span === undefined) return false;
  try {
    parseTimeLimit(span);
    return true;
  } catch {
    return false;
  }
};
