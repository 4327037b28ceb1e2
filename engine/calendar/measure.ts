import type { CompiledCalendar } from './calendar.ts';
import { timeWorked, workedBy } from './hours.ts';
import { DAY, HOUR, MINUTE, parseDate } from './instant.ts';
import type { TimeLimit } from './limit.ts';
import { toLocal, toUtc } from './zone.ts';

/** An instant, and the local day it belongs to (which for the end of a day at 24:00 is the day that ends). */
export interface Moment {
  /** Milliseconds, UTC. */
  readonly at: number;
  readonly day: number;
}

/** One way of counting time. `amount` and what `span` gives are in its own unit. */
export interface Measure {
  /** When an amount is used up, counted from `start` without a pause. */
  readonly due: (calendar: CompiledCalendar, start: Moment, amount: number) => Moment;
  /** How much of the unit lies between two moments, the first not after the second. */
  readonly span: (calendar: CompiledCalendar, from: Moment, to: Moment) => number;
  /** From which instant (milliseconds, UTC) no more than an amount, 0 or more, is left until a moment: the first for which `span` gives that. */
  readonly near: (calendar: CompiledCalendar, to: Moment, amount: number) => number;
  /** The first day whose being off or not decides about `due`; undefined = no day does. */
  readonly dependsFrom: (calendar: CompiledCalendar, start: Moment, amount: number) => number | undefined;
}

/** C12: eight working hours are one working day. */
export const WORKING_DAY = 8 * HOUR;

export function momentOf(calendar: CompiledCalendar, at: number): Moment {
  return { at, day: Math.floor(toLocal(calendar.zone, at) / DAY) };
}

/** Working time (milliseconds) from the beginning of the count to this instant. */
function workedUntil(calendar: CompiledCalendar, { at }: Moment): number {
  const local = toLocal(calendar.zone, at);
  const day = Math.floor(local / DAY);
  return calendar.workingTime.before(day) + workedBy(calendar.hoursOf(day), local - day * DAY);
}

function endOfHours(calendar: CompiledCalendar, day: number): Moment {
  return { at: toUtc(calendar.zone, day * DAY + (calendar.hoursOf(day).at(-1)?.to ?? DAY)), day };
}

/** The working day at this distance from the first working day on or after `day`. */
function workingDay(calendar: CompiledCalendar, day: number, later: number): Moment {
  return endOfHours(calendar, calendar.workingDays.holding(calendar.workingDays.before(day) + later).day);
}

/** Working days after the day of `from`, up to and with the day of `to` (C7). */
function workingDaysBetween(calendar: CompiledCalendar, from: Moment, to: Moment): number {
  return calendar.workingDays.before(to.day + 1) - calendar.workingDays.before(from.day + 1);
}

/** The midnight before the last of the days that may be left: that day itself counts no more. */
function nearWorkingDay(calendar: CompiledCalendar, to: Moment, amount: number): number {
  const counted = calendar.workingDays.before(to.day + 1) - amount;
  return toUtc(calendar.zone, calendar.workingDays.holding(counted - 1).day * DAY);
}

/** C7, C8: counted from the day after the start; due at the end of office hours. */
const workingDays: Measure = {
  due: (calendar, start, amount) => workingDay(calendar, start.day + 1, amount - 1),
  span: workingDaysBetween,
  near: nearWorkingDay,
  dependsFrom: (_calendar, start) => start.day + 1,
};

/** C9: received until the cut-off, due that day, else on the next working day. The amount is what pauses add, in working days. */
const sameDay: Measure = {
  due: (calendar, start, amount) => workingDay(calendar, firstSameDay(calendar, start), amount),
  span: workingDaysBetween,
  near: nearWorkingDay,
  dependsFrom: (calendar, start) => firstSameDay(calendar, start),
};

function firstSameDay(calendar: CompiledCalendar, start: Moment): number {
  const late = toLocal(calendar.zone, start.at) - start.day * DAY > calendar.cutoff;
  return late ? start.day + 1 : start.day;
}

/** The first moment by which so much working time has gone by since the beginning of the count. */
function worked(calendar: CompiledCalendar, amount: number): Moment {
  const { day, into } = calendar.workingTime.holding(amount - 1);
  return { at: toUtc(calendar.zone, day * DAY + timeWorked(calendar.hoursOf(day), into + 1)), day };
}

/** C12, in milliseconds of office hours. The end of a morning is due at its end, not at the beginning of the afternoon. */
export const workingTime: Measure = {
  due: (calendar, start, amount) => worked(calendar, workedUntil(calendar, start) + amount),
  span: (calendar, from, to) => workedUntil(calendar, to) - workedUntil(calendar, from),
  near: (calendar, to, amount) => worked(calendar, workedUntil(calendar, to) - amount).at,
  dependsFrom: (_calendar, start) => start.day,
};

/** C11: all days count; if the last one is off, the next working day. */
export const calendarDays: Measure = {
  due: (calendar, start, amount) => workingDay(calendar, start.day + amount, 0),
  span: (_calendar, from, to) => to.day - from.day,
  near: (calendar, to, amount) => toUtc(calendar.zone, (to.day - amount) * DAY),
  dependsFrom: (_calendar, start, amount) => start.day + amount,
};

/** C11 of a day that is named, whatever the start; the amount is its number, and pauses add days. */
export const namedDay: Measure = { ...calendarDays, due: (calendar, _start, amount) => workingDay(calendar, amount, 0), dependsFrom: (_calendar, _start, amount) => amount };

/** C13, in milliseconds of the wall clock. */
export const wallTime: Measure = {
  due: (calendar, start, amount) => momentOf(calendar, start.at + amount),
  span: (_calendar, from, to) => to.at - from.at,
  near: (_calendar, to, amount) => to.at - amount,
  dependsFrom: () => undefined,
};

/** How a limit is counted. A part of a working day counts in working hours (C12). */
export function measureOf(limit: TimeLimit): { readonly measure: Measure; readonly amount: number } {
  switch (limit.unit) {
    case 'same_day':
      return { measure: sameDay, amount: 0 };
    case 'until':
      return { measure: namedDay, amount: parseDate(limit.day) ?? 0 };
    case 'working_day':
      return Number.isInteger(limit.amount) ? { measure: workingDays, amount: limit.amount } : inTime(workingTime, limit.amount * WORKING_DAY);
    case 'working_hour':
      return inTime(workingTime, limit.amount * HOUR);
    case 'working_minute':
      return inTime(workingTime, limit.amount * MINUTE);
    case 'day':
      return { measure: calendarDays, amount: limit.amount };
    case 'hour':
      return inTime(wallTime, limit.amount * HOUR);
    case 'minute':
      return inTime(wallTime, limit.amount * MINUTE);
  }
}

function inTime(measure: Measure, milliseconds: number): { measure: Measure; amount: number } {
  return { measure, amount: Math.max(1, Math.round(milliseconds)) };
}
