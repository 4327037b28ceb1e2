import type { CompiledCalendar } from './calendar.ts';
import { CalendarError } from './failure.ts';
import { MINUTE, parseInstant } from './instant.ts';
import { momentOf, WORKING_DAY, workingTime } from './measure.ts';

/**
 * Working minutes between two instants (C12), with a fraction for seconds; office hours only, pauses not considered.
 * @throws CalendarError when `to` is before `from`.
 */
export function elapsed(calendar: CompiledCalendar, from: string, to: string): number {
  const [start, end] = [parseInstant(from), parseInstant(to)];
  if (end < start) throw new CalendarError('instant_invalid', `expected the end of a span after its beginning ${from}, but got ${to}`);
  return workingTime.span(calendar, momentOf(calendar, start), momentOf(calendar, end)) / MINUTE;
}

/** For display: 1,215 working minutes are 2 working days, 4 hours and 15 minutes, at eight hours a day (C12). Seconds are dropped. */
export function inDaysAndHours(workingMinutes: number): { readonly days: number; readonly hours: number; readonly minutes: number } {
  const minutes = Math.floor(workingMinutes);
  const perDay = WORKING_DAY / MINUTE;
  return { days: Math.floor(minutes / perDay), hours: Math.floor((minutes % perDay) / 60), minutes: minutes % 60 };
}
