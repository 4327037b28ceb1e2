/**
 * What a clock means at a moment (C1–C8, C14, C16). Nothing here is stored: when calendar data changes,
 * calling again gives the new date.
 */
import type { CompiledCalendar } from './calendar.ts';
import { type Clock, clockAt, countedFrom } from './clock.ts';
import { asDeadline, type Deadline } from './deadline.ts';
import { formatInstant, MINUTE, parseInstant } from './instant.ts';
import { asTimeLimit, type TimeLimit } from './limit.ts';
import { calendarDays, type Measure, measureOf, type Moment, momentOf, namedDay, wallTime, workingTime } from './measure.ts';

interface Amount {
  readonly unit: 'working_day' | 'working_minute' | 'day' | 'minute';
  readonly value: number;
}

export interface ClockView extends Deadline {
  readonly state: 'not_started' | 'running' | 'paused' | 'ended';
  /** Causes of the pauses open now. While paused, `dueAt` is what it would be if the clock resumed now. */
  readonly pausedFor: readonly string[];
  /** What is left, whole units, never below 0; 0 days = due today. For an ended clock: what was left at its end. */
  readonly remaining: Amount;
  /** C16. Ended: early (on a day before the due date), on_time, late (C1). A clock paused after its due time stays overdue. */
  readonly verdict: 'within' | 'due_soon' | 'overdue' | 'paused' | 'early' | 'on_time' | 'late';
  /** null unless overdue or late. A unit begun counts, so at least 1. */
  readonly overdueBy: Amount | null;
}

export interface ClockOptions {
  /**
   * Warn when no more than this is left. Default (C14): 3 working days for limits in days; for limits in hours and
   * minutes, which three days would always cover, the last half of the limit.
   */
  readonly dueSoon?: TimeLimit | string;
}

const DUE_SOON: TimeLimit = { unit: 'working_day', amount: 3 };

/** @throws CalendarError when `now` is no instant or `dueSoon` no limit. */
export function clockView(calendar: CompiledCalendar, clock: Clock, now: string, options: ClockOptions = {}): ClockView {
  const known = clockAt(clock, now);
  const at = momentOf(calendar, parseInstant(known.endedAt ?? now));
  const { measure, due, deadline } = dueMoment(calendar, known, at);
  const pausedFor = known.endedAt === null ? known.pauses.filter((pause) => pause.to === null).map((pause) => pause.cause) : [];
  const state = known.endedAt !== null ? 'ended' : at.at < parseInstant(clock.startedAt) ? 'not_started' : pausedFor.length > 0 ? 'paused' : 'running';
  const over = at.at > due.at;
  return {
    state,
    ...deadline,
    pausedFor,
    remaining: amountOf(measure, over ? 0 : leftBetween(calendar, measure, at, due, known)),
    verdict: verdictOf(),
    overdueBy: over ? amountOf(measure, Math.max(1, measure.span(calendar, due, at)), Math.ceil) : null,
  };

  function verdictOf(): ClockView['verdict'] {
    if (state === 'ended') return over ? 'late' : at.day < due.day ? 'early' : 'on_time';
    if (over) return 'overdue';
    if (state === 'paused') return 'paused';
    return state === 'running' && isDueSoon(calendar, known, at, due, options) ? 'due_soon' : 'within';
  }
}

/**
 * The due moment with every pause up to `at` counted once, however many causes overlapped (C5). A pause moves it by
 * the working days, working time, days or time it lasted, by the limit's own measure; days are counted as C7 counts
 * them, without the first. A pause that begins when the time is up moves nothing; one that begins before leaves the
 * due moment after its end, so that nobody is late by waiting (asked on the due day, answered on Saturday: Monday).
 */
function dueMoment(calendar: CompiledCalendar, clock: Clock, at: Moment): { readonly measure: Measure; readonly due: Moment; readonly deadline: Deadline } {
  const { measure, amount } = measureOf(clock.limit);
  const start = momentOf(calendar, parseInstant(countedFrom(clock)));
  let total = amount;
  let due = measure.due(calendar, start, total);
  for (const [begun, to] of pausedStretches(clock, at.at)) {
    const from = Math.max(begun, start.at);
    if (to <= from) continue;
    if (from >= due.at) break;
    total += measure.span(calendar, momentOf(calendar, from), momentOf(calendar, to));
    due = measure.due(calendar, start, total);
    for (let later = total + 1; due.at <= to; later += 1) due = measure.due(calendar, start, later);
  }
  return { measure, due, deadline: asDeadline(calendar, due, measure.dependsFrom(calendar, start, total)) };
}

/** When it was due by each limit that another took the place of, and until when that was so; the first first. */
export const formerDues = (calendar: CompiledCalendar, clock: Clock): readonly { readonly dueAt: string; readonly until: string }[] =>
  (clock.former ?? []).map(({ limit, until }, index) => ({ dueAt: clockView(calendar, { ...clockAt(clock, until), limit, former: clock.former!.slice(0, index) }, until).dueAt, until }));

/** The union of all pauses up to `at`, ascending and apart from each other, in milliseconds. */
function pausedStretches(clock: Clock, at: number): [from: number, to: number][] {
  const stretches = clock.pauses
    .map(({ from, to }): [number, number] => [parseInstant(from), Math.min(at, to === null ? at : parseInstant(to))])
    .toSorted(([a], [b]) => a - b);
  const union: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = union.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

/**
 * When the verdict will turn, if nothing happens to the clock after `at`: due soon from `soonAt` on, overdue or late after `lateAt`;
 * null for what will not come. So a list can be asked for what is late without reading every clock in it.
 */
export function turnsOf(calendar: CompiledCalendar, clock: Clock, at: string, options: ClockOptions = {}): { readonly soonAt: string | null; readonly lateAt: string | null } {
  const known = clockAt(clock, at);
  const moment = momentOf(calendar, parseInstant(known.endedAt ?? at));
  const { due } = dueMoment(calendar, known, moment);
  const lateAt = formatInstant(due.at);
  if (known.endedAt !== null) return { soonAt: null, lateAt: moment.at > due.at ? lateAt : null };
  if (known.pauses.some(({ to }) => to === null)) return { soonAt: null, lateAt: moment.at >= due.at ? lateAt : null };
  const { measure, amount } = warningOf(known, options);
  return { soonAt: formatInstant(Math.max(parseInstant(clock.startedAt), measure.near(calendar, due, amount))), lateAt };
}

/** Working minutes the clock has run until `at` or its end, pauses taken out; for a limit on the wall clock, minutes of that. */
export function minutesUsed(calendar: CompiledCalendar, clock: Clock, at: string): number {
  const known = clockAt(clock, at);
  const start = parseInstant(clock.startedAt);
  const end = Math.max(start, parseInstant(known.endedAt ?? at));
  const measure = measureOf(clock.limit).measure === wallTime ? wallTime : workingTime;
  const span = (from: number, to: number): number => measure.span(calendar, momentOf(calendar, from), momentOf(calendar, to));
  return pausedStretches(known, end).reduce((used, [from, to]) => used - span(from, to), span(start, end)) / MINUTE;
}

/** Before the start nothing has run, so the whole limit is left: counting begins at the start, not now. */
function leftBetween(calendar: CompiledCalendar, measure: Measure, at: Moment, due: Moment, clock: Clock): number {
  const start = momentOf(calendar, parseInstant(countedFrom(clock)));
  return measure.span(calendar, at.at < start.at ? start : at, due);
}

/** How much may be left, in which measure, for a running clock to be due soon. */
function warningOf(clock: Clock, { dueSoon }: ClockOptions): { readonly measure: Measure; readonly amount: number } {
  const own = measureOf(clock.limit);
  if (dueSoon === undefined && (own.measure === workingTime || own.measure === wallTime)) return { measure: own.measure, amount: Math.floor(own.amount / 2) };
  return measureOf(dueSoon === undefined ? DUE_SOON : asTimeLimit(dueSoon));
}

function isDueSoon(calendar: CompiledCalendar, clock: Clock, at: Moment, due: Moment, options: ClockOptions): boolean {
  const { measure, amount } = warningOf(clock, options);
  return measure.span(calendar, at, due) <= amount;
}

function amountOf(measure: Measure, value: number, round: (value: number) => number = Math.floor): Amount {
  if (measure === workingTime) return { unit: 'working_minute', value: round(value / MINUTE) };
  if (measure === wallTime) return { unit: 'minute', value: round(value / MINUTE) };
  return { unit: measure === calendarDays || measure === namedDay ? 'day' : 'working_day', value };
}
