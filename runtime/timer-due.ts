import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { deadline } from '../engine/calendar/deadline.ts';
import { CalendarError } from '../engine/calendar/failure.ts';
import { formatInstant, parseDate, parseInstant, DAY } from '../engine/calendar/instant.ts';
import { cronOf } from '../engine/cron.ts';
import { after, cycleOf } from '../engine/iso-timer.ts';
import { toLocal, toUtc } from '../engine/calendar/zone.ts';
import type { TimerRequest } from '../storage/tables/jobs.ts';

/**
 * When a timer is due (UTC). A date is an instant, or a local date whose midnight it is; a duration is a limit such as
 * "2 working days", or ISO 8601 on the wall clock, also in months and years; a cycle `R3/PT1H` or `R3/<start>/PT1H` is due a duration after `from`,
 * and not before its start; a cycle for cron such as `0 0 8 * * MON-FRI` is due by the clock on the wall of the unit.
 * @throws CalendarError when the text is none of these.
 */
export function timerDue(calendar: CompiledCalendar, { type, value, from }: TimerRequest): string {
  if (type === 'date') return dateDue(calendar, value);
  if (type === 'duration') return spanDue(calendar, from, value.trim());
  const round = cronDue(calendar, value, from);
  if (round !== undefined) return round;
  const { begin, every } = cycleOf(value.trim()) ?? {};
  const next = every === undefined ? undefined : spanDue(calendar, from, every);
  if (next === undefined || next <= from) throw new CalendarError('limit_invalid', `expected a cycle such as "R3/PT1H", but got "${value}"`);
  return begin !== undefined && parseInstant(begin) > parseInstant(from) ? begin : next;
}

const spanDue = (calendar: CompiledCalendar, from: string, span: string): string => after(from, span) ?? deadline(calendar, from, span).dueAt;

/** The next time of a cycle for cron; an hour that the clock has twice comes once. */
function cronDue({ zone }: CompiledCalendar, text: string, from: string): string | undefined {
  const since = parseInstant(from);
  const cron = cronOf(text);
  let at = cron?.after(toLocal(zone, since));
  while (at !== undefined && toUtc(zone, at) <= since) at = cron?.after(at);
  return at === undefined ? undefined : formatInstant(toUtc(zone, at));
}

/** A date and time without an offset: that of the calendar's zone. */
const LOCAL = /T[\d:.]+$/;

function dateDue(calendar: CompiledCalendar, value: string): string {
  const day = parseDate(value.trim());
  if (day !== undefined) return formatInstant(toUtc(calendar.zone, day * DAY));
  const local = LOCAL.test(value.trim());
  const at = parseInstant(local ? `${value.trim()}Z` : value.trim());
  return formatInstant(local ? toUtc(calendar.zone, at) : at);
}
