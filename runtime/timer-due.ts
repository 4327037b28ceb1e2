import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { deadline } from '../engine/calendar/deadline.ts';
import { CalendarError } from '../engine/calendar/failure.ts';
import { formatInstant, parseDate, parseInstant, DAY } from '../engine/calendar/instant.ts';
import { toUtc } from '../engine/calendar/zone.ts';
import type { TimerRequest } from '../storage/tables/jobs.ts';

const CYCLE = /^R\d*\/(?:([^/]+)\/)?([^/]+)$/;

/**
 * When a timer is due (UTC). A date is an instant, or a local date whose midnight it is; a duration is a limit such as
 * "2 working days", or ISO 8601 on the wall clock; a cycle `R3/PT1H` or `R3/<start>/PT1H` is due a duration after `from`,
 * and not before its start.
 * @throws CalendarError when the text is none of these.
 */
export function timerDue(calendar: CompiledCalendar, { type, value, from }: TimerRequest): string {
  if (type === 'date') return dateDue(calendar, value);
  if (type === 'duration') return deadline(calendar, from, value).dueAt;
  const [, begin, every] = CYCLE.exec(value.trim()) ?? [];
  if (every === undefined) throw new CalendarError('limit_invalid', `expected a cycle such as "R3/PT1H", but got "${value}"`);
  if (begin !== undefined && parseInstant(begin) > parseInstant(from)) return formatInstant(parseInstant(begin));
  return deadline(calendar, from, every).dueAt;
}

function dateDue(calendar: CompiledCalendar, value: string): string {
  const day = parseDate(value.trim());
  return formatInstant(day === undefined ? parseInstant(value.trim()) : toUtc(calendar.zone, day * DAY));
}
