import { CalendarError, shown } from './failure.ts';
import { HOUR, MINUTE } from './instant.ts';

/** Milliseconds since local midnight; `to` is not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const CLOCK_TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';
/** `07:30`; `24:00` only as an end. */
export const TIME_PATTERN = `^${CLOCK_TIME}$`;
export const END_PATTERN = `^(?:${CLOCK_TIME}|24:00)$`;

export function parseTime(text: string): number {
  return Number(text.slice(0, 2)) * HOUR + Number(text.slice(3)) * MINUTE;
}

/** Hours of a day such as [["07:30","11:30"],["13:00","17:00"]], in order and without overlap. `where` names them in errors. */
export function readHours(hours: readonly (readonly string[])[], where: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const pair of hours) {
    const [from, to] = pair.map(parseTime);
    const last = stretches.at(-1);
    if (from === undefined || to === undefined || from >= to) {
      throw new CalendarError('calendar_invalid', `expected ${where} to open before they close, but got ${shown(pair.join('–'))}`);
    }
    if (last !== undefined && from < last.to) {
      throw new CalendarError('calendar_invalid', `expected ${where} in order and without overlap, but ${shown(pair.join('–'))} begins before the hours listed ahead of it end`);
    }
    stretches.push({ from, to });
  }
  return stretches;
}

export function lengthOf(hours: readonly Stretch[]): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Working time in a day before this time of day. */
export function workedBy(hours: readonly Stretch[], time: number): number {
  return hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(time, to) - from), 0);
}

/** The earliest time of day by which this much (above 0, at most the day's length) has been worked. */
export function timeWorked(hours: readonly Stretch[], amount: number): number {
  let left = amount;
  for (const { from, to } of hours) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return hours.at(-1)?.to ?? 0;
}
