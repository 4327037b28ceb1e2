import { parseDuration } from './duration.ts';
import type { FeelDuration } from './duration.ts';
import { daysIn, FeelDate, FeelDateTime, FeelTime } from './values.ts';
import { zoneOf } from './zone.ts';

export type Temporal = FeelDate | FeelTime | FeelDateTime | FeelDuration;

const datePattern = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/;
const timePattern = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,20}))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.{1,50})?$/;
export const latestYear = 999_999_999;

export function makeDate(year: number, month: number, day: number): FeelDate | null {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > latestYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return new FeelDate(year, month, day);
}

export function parseDate(text: string): FeelDate | null {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  return year === undefined ? null : makeDate(Number(year), Number(month), Number(day));
}

export function parseTime(text: string): FeelTime | null {
  const [, hour, minute, second, fraction = '', zoneText] = timePattern.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const zone = zoneText === undefined ? undefined : zoneOf(zoneText);
  return zone === null ? null : new FeelTime(((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1e9 + Number(fraction.slice(0, 9).padEnd(9, '0')), zone);
}

/** A date alone is its midnight, local; 24:00:00 is the midnight that ends the day (XML Schema 1.1, 3.3.7). */
export function parseDateTime(text: string): FeelDateTime | null {
  const [, day = '', clock] = /^([^T]*)(?:T(.*))?$/.exec(text) ?? [];
  const date = parseDate(day);
  if (date === null || clock === undefined) return date && new FeelDateTime(date, new FeelTime(0));
  const isEnd = /^24:00:00(\.0+)?(?=$|Z|[+@-])/.test(clock);
  const time = parseTime(isEnd ? clock.replace('24', '00') : clock);
  return time && new FeelDateTime(isEnd ? FeelDate.ofDay(date.dayNumber + 1) : date, time);
}

/** The value of `@"…"`. */
export function parseTemporal(text: string): Temporal | null {
  if (/^-?P/.test(text)) return parseDuration(text);
  if (/^\d\d:/.test(text)) return parseTime(text);
  return text.includes('T') ? parseDateTime(text) : parseDate(text);
}
