import { FeelDuration } from './duration.ts';
import { latestYear } from './parse.ts';
import { dayLength, daysIn, FeelDate, FeelDateTime, FeelTime } from './values.ts';
import { offsetAt } from './zone.ts';
import type { Zone } from './zone.ts';

const day = BigInt(dayLength);
const second = 1_000_000_000n;
const floorDivide = (value: bigint, by: bigint): bigint => (value - ((value % by) + by) % by) / by;

const inCalendar = (date: FeelDate): FeelDate | null => (Math.abs(date.year) > latestYear ? null : date);

/** The point `duration` later; null when the calendar ends before it, or the types do not fit. */
export function later(point: FeelDate | FeelTime | FeelDateTime, duration: FeelDuration): FeelDate | FeelTime | FeelDateTime | null {
  if (point instanceof FeelTime) return duration.yearsMonths ? null : new FeelTime(Number((((BigInt(point.nanos) + duration.size) % day) + day) % day), point.zone);
  if (duration.yearsMonths) {
    const date = monthsLater(point instanceof FeelDate ? point : point.date, Number(duration.size));
    return date === null || point instanceof FeelDate ? date : new FeelDateTime(date, point.time);
  }
  if (point instanceof FeelDate) return inCalendar(FeelDate.ofDay(Number(floorDivide(BigInt(point.dayNumber) * day + duration.size, day))));
  const { zone } = point.time;
  // Only in a region is the length of a day not always the same.
  if (zone === undefined || /^[Z+-]/.test(zone)) return dateTimeOf(point.local + duration.size, zone);
  const instant = point.instant + duration.size;
  return dateTimeOf(instant + BigInt(offsetAt(zone, floorDivide(instant, second), true)) * second, zone);
}

function monthsLater({ year, month, day: dayOfMonth }: FeelDate, months: number): FeelDate | null {
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), count - Math.floor(count / 12) * 12 + 1];
  return Number.isSafeInteger(count) && Math.abs(newYear) <= latestYear ? new FeelDate(newYear, newMonth, Math.min(dayOfMonth, daysIn(newYear, newMonth))) : null;
}

function dateTimeOf(local: bigint, zone: Zone): FeelDateTime | null {
  const days = floorDivide(local, day);
  const date = inCalendar(FeelDate.ofDay(Number(days)));
  return date === null ? null : new FeelDateTime(date, new FeelTime(Number(local - days * day), zone));
}

export const opposite = ({ yearsMonths, size }: FeelDuration): FeelDuration => new FeelDuration(yearsMonths, -size);

/** A date counts as its midnight in UTC where it meets a date and time. */
const asDateTime = (value: FeelDate | FeelDateTime): FeelDateTime => (value instanceof FeelDate ? new FeelDateTime(value, new FeelTime(0, 'Z')) : value);

/** What lies between two points; null when only one of them has a zone. */
export function between(left: FeelDate | FeelTime | FeelDateTime, right: FeelDate | FeelTime | FeelDateTime): FeelDuration | null {
  if (left instanceof FeelTime || right instanceof FeelTime) {
    if (!(left instanceof FeelTime && right instanceof FeelTime) || (left.zone === undefined) !== (right.zone === undefined)) return null;
    return new FeelDuration(false, timeInstant(left) - timeInstant(right));
  }
  const [from, to] = [asDateTime(left), asDateTime(right)];
  return (from.time.zone === undefined) === (to.time.zone === undefined) ? new FeelDuration(false, from.instant - to.instant) : null;
}

export const timeInstant = ({ nanos, zone }: FeelTime): bigint => BigInt(nanos) - (zone === undefined ? 0n : BigInt(offsetAt(zone, 0n)) * second);

/** Whole months from one date to another. */
export function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): FeelDuration {
  const [first, last] = [from instanceof FeelDate ? from : from.date, to instanceof FeelDate ? to : to.date];
  const clock = (value: FeelDate | FeelDateTime) => (value instanceof FeelDate ? 0 : value.time.nanos);
  const months = (last.year - first.year) * 12 + last.month - first.month;
  const rest = last.day - first.day || clock(to) - clock(from);
  return FeelDuration.ofMonths(months + (months > 0 && rest < 0 ? -1 : months < 0 && rest > 0 ? 1 : 0));
}
