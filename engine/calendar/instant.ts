/**
 * Instants are ISO 8601 text with an offset; inside this folder they are milliseconds since 1970 (UTC).
 * Days are counted from 1970-01-01 (day 0), so that a day is a number one can add to.
 */
import { CalendarError, shown } from './failure.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Instants outside this century are typing errors; zones are read for exactly these years. */
export const FIRST_INSTANT = Date.UTC(2000, 0, 1);
export const LAST_INSTANT = Date.UTC(2100, 0, 1);

const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Milliseconds of `2026-11-20T03:00:00Z`. Local times without an offset are refused: they mean another instant on every machine. */
export function parseInstant(text: string): number {
  const date = typeof text === 'string' ? INSTANT.exec(text)?.[1] : undefined;
  const at = date === undefined || parseDate(date) === undefined ? Number.NaN : Date.parse(text);
  if (at >= FIRST_INSTANT && at < LAST_INSTANT) return at;
  throw new CalendarError('instant_invalid', `expected an instant between 2000 and 2099 such as "2026-11-20T03:00:00Z", but got ${shown(text)}`);
}

export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

/** Day number of `2026-11-24`, or undefined when there is no such date. */
export function parseDate(text: string): number | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return formatDate(at / DAY) === text ? at / DAY : undefined;
}

export function formatDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** 0 = Monday … 6 = Sunday (1970-01-01 was a Thursday). */
export function weekdayOf(day: number): number {
  return (day + 3) % 7;
}
