import { countOf, Decimal, isNumeric } from '../decimal.ts';
import { Refusal } from '../run.ts';
import type { Run } from '../run.ts';
import { monthsBetween } from '../time/arithmetic.ts';
import { FeelDuration, parseDuration } from '../time/duration.ts';
import { makeDate, parseDate, parseDateTime, parseTime } from '../time/parse.ts';
import { dayNumber, FeelDate, FeelDateTime, FeelTime } from '../time/values.ts';
import { offsetName } from '../time/zone.ts';
import type { Builtin } from './signature.ts';
import { define } from './signature.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

type Day = FeelDate | FeelDateTime;
const dateOf = (day: Day): FeelDate => (day instanceof FeelDate ? day : day.date);

/** The week of ISO 8601, which belongs to the year of its Thursday. */
function week(date: FeelDate): number {
  const thursday = FeelDate.ofDay(date.dayNumber + 4 - date.weekday);
  return Math.floor((thursday.dayNumber - dayNumber(thursday.year, 1, 1)) / 7) + 1;
}

/** A conversion that takes either one value or parts. */
const either = (parameters: readonly string[], whole: (value: unknown) => unknown, parts: (values: readonly unknown[]) => unknown): Builtin => ({
  parameters,
  call: (_run, values) => (values.length === 1 ? whole(Array.isArray(values[0]) && values[0].length === 1 ? values[0][0] : values[0]) : parts(values)),
});

function timeOf(values: readonly unknown[]): FeelTime | null {
  const [hour, minute] = [countOf(values[0]), countOf(values[1])];
  const [, , second, offset] = values;
  if (hour === undefined || minute === undefined || !isNumeric(second) || hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  const nanos = new Decimal(second).times(1e9).trunc();
  if (nanos.lt(0) || nanos.gte(60e9)) return null;
  const size = (hour * 60 + minute) * 60e9 + nanos.toNumber();
  if (offset === null || offset === undefined) return new FeelTime(size);
  if (!(offset instanceof FeelDuration) || offset.yearsMonths) return null;
  const zone = offsetName(Number(offset.size / 1_000_000_000n));
  return zone === null ? null : new FeelTime(size, zone);
}

function local(run: Run): FeelDateTime {
  const instant = Date.parse(run.at);
  if (Number.isNaN(instant)) throw new Refusal(`expected an instant such as 2026-01-31T08:00:00Z, but came "${run.at}"`);
  const { date, time } = parseDateTime(new Date(instant + run.offsetMinutes * 60_000).toISOString().slice(0, 19))!;
  return new FeelDateTime(date, new FeelTime(time.nanos, offsetName(run.offsetMinutes * 60)!));
}

/** DMN 1.5, 10.3.4.1 and 10.3.4.8; the present is the instant that is given. */
export const time: readonly (readonly [string, Builtin])[] = [
  ['date', either(['year', 'month', 'day'],
    (from) => (typeof from === 'string' ? parseDate(from) : from instanceof FeelDateTime ? from.date : from instanceof FeelDate ? from : null),
    ([year, month, day]) => makeDate(countOf(year) ?? Number.NaN, countOf(month) ?? Number.NaN, countOf(day) ?? Number.NaN))],
  ['time', either(['hour', 'minute', 'second', 'offset'],
    (from) => (typeof from === 'string' ? parseTime(from) : from instanceof FeelDateTime ? from.time : from instanceof FeelTime ? from : from instanceof FeelDate ? new FeelTime(0, 'Z') : null), timeOf)],
  ['date and time', either(['date', 'time'],
    (from) => (typeof from === 'string' ? parseDateTime(from) : from instanceof FeelDateTime ? from : null),
    ([day, clock]) => ((day instanceof FeelDate || day instanceof FeelDateTime) && clock instanceof FeelTime ? new FeelDateTime(dateOf(day), clock) : null))],
  ...define({
    'duration(from: string)': (_run, from: string) => parseDuration(from),
    'years and months duration(from: day, to: day)': (_run, from: Day, to: Day) => monthsBetween(from, to),
    'now()': (run) => local(run),
    'today()': (run) => local(run).date,
    'day of year(date: day)': (_run, day: Day) => dateOf(day).dayNumber - dayNumber(day.year, 1, 1) + 1,
    'day of week(date: day)': (_run, day: Day) => weekdays[day.weekday - 1],
    'month of year(date: day)': (_run, day: Day) => months[day.month - 1],
    'week of year(date: day)': (_run, day: Day) => week(dateOf(day)),
  }),
];
