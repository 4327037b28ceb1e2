import { CalendarError, shown } from './failure.ts';
import { parseDate } from './instant.ts';

/**
 * How long something may take, as written in a procedure.
 * `working_…` counts office hours only (C8, C12); `day` counts all days and rolls to a working day (C11);
 * `hour` and `minute` run on the wall clock, day and night (C13); `same_day` follows the 15:00 rule (C9).
 */
export type TimeLimit =
  | { readonly unit: 'working_day' | 'working_hour' | 'working_minute' | 'day' | 'hour' | 'minute'; readonly amount: number }
  | { readonly unit: 'same_day' }
  /** The end of office hours on a day that is named, or on the next working day when it is off (C11); `day` as `YYYY-MM-DD`. */
  | { readonly unit: 'until'; readonly day: string };

const WRITTEN = /^(\d{1,9}(?:\.\d{1,4})?) (working )?(day|hour|minute)s?$/;
const UNTIL = /^until (\d{4}-\d{2}-\d{2})$/;
const ISO = /^P(?=\d|T\d)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

const EXAMPLES = '"7 working days", "3 working hours", "15 days", "120 minutes", "same day", "until 2026-12-05" or "PT2H"';
/** Ten years: beyond it stands a slip of the finger, not a term. */
const LONGEST_IN_MINUTES = 3_660 * 1_440;
const MINUTES = { day: 1_440, hour: 60, minute: 1 };

/**
 * Reads "7 working days", "0.5 working days", "3 working hours", "90 working minutes", "15 days", "24 hours",
 * "120 minutes", "same day", "until 2026-12-05", or an ISO 8601 duration of fixed length ("P1D", "PT2H") as wall time.
 * @throws CalendarError for anything else, nothing at all, and more than ten years.
 */
export function parseTimeLimit(text: string): TimeLimit {
  const plain = typeof text === 'string' ? text.trim().replaceAll(/\s+/g, ' ') : '';
  if (plain === 'same day') return { unit: 'same_day' };
  const [, day = ''] = UNTIL.exec(plain) ?? [];
  if (parseDate(day) !== undefined) return { unit: 'until', day };
  const limit = written(plain) ?? iso(plain);
  if (limit === undefined) {
    const hint = /^P.*\d[YM](?!.*T)|^P\d+[YM]/.test(plain) ? '; years and months differ in length, so write days' : '';
    throw new CalendarError('limit_invalid', `expected a time limit such as ${EXAMPLES}, but got ${shown(text)}${hint}`);
  }
  const [word] = limit.unit.split('_').slice(-1) as [keyof typeof MINUTES];
  if (limit.amount === 0 || limit.amount * MINUTES[word] > LONGEST_IN_MINUTES) {
    throw new CalendarError('limit_invalid', `expected a time limit above 0 and of at most ten years, but got ${shown(text)}`);
  }
  if (limit.unit === 'day' && !Number.isInteger(limit.amount)) {
    throw new CalendarError('limit_invalid', `expected whole calendar days, but got ${shown(text)}; write hours, or working days`);
  }
  return limit;
}

/** Lets callers pass what they have: the text of a procedure, or a limit read before. */
export function asTimeLimit(limit: TimeLimit | string): TimeLimit {
  return typeof limit === 'string' ? parseTimeLimit(limit) : limit;
}

type Counted = Extract<TimeLimit, { amount: number }>;

function written(text: string): Counted | undefined {
  const [, amount, working, word] = WRITTEN.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return { unit: `${working === undefined ? '' : 'working_'}${word as keyof typeof MINUTES}`, amount: Number(amount) };
}

function iso(text: string): Counted | undefined {
  const parts = ISO.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60;
  return total % 60 === 0 ? { unit: 'hour', amount: total / 60 } : { unit: 'minute', amount: total };
}
