import type { CompiledCalendar } from './calendar.ts';
import { formatDate, formatInstant, parseInstant, yearOf } from './instant.ts';
import { asTimeLimit, type TimeLimit } from './limit.ts';
import { type Measure, measureOf, type Moment, momentOf } from './measure.ts';

export interface Deadline {
  /** UTC instant. For limits in days: the end of office hours on the due day. */
  readonly dueAt: string;
  /** Local date of the calendar's zone. */
  readonly dueDate: string;
  /**
   * What the date rests on and is not yet sure: dates of unconfirmed calendar days ("2027-02-08"), and years whose
   * days the calendar does not list ("2028"). When they are decided, compute again.
   */
  readonly unconfirmed: readonly string[];
}

/**
 * When something accepted at `start` is due, without pauses (clock-view.ts has those). Rules C7, C8, C9, C11, C12, C13.
 * `start` is the acceptance, not the submission (C3); its day does not count, whatever its hour (C7).
 * @throws CalendarError for a start that is no instant or a text that is no limit.
 */
export function deadline(calendar: CompiledCalendar, start: string, limit: TimeLimit | string): Deadline {
  const { measure, amount } = measureOf(asTimeLimit(limit));
  const from = momentOf(calendar, parseInstant(start));
  return asDeadline(calendar, measure.due(calendar, from, amount), measure.dependsFrom(calendar, from, amount));
}

/** A due moment with what it rests on, for a count by this measure from `start`. */
export function asDeadline(calendar: CompiledCalendar, due: Moment, dependsFrom: ReturnType<Measure['dependsFrom']>): Deadline {
  return { dueAt: formatInstant(due.at), dueDate: formatDate(due.day), unconfirmed: dependsFrom === undefined ? [] : unconfirmed(calendar, dependsFrom, due.day) };
}

function unconfirmed(calendar: CompiledCalendar, from: number, to: number): string[] {
  const found: string[] = [];
  for (const day of calendar.unconfirmed) if (day >= from && day <= to) found.push(formatDate(day));
  if (calendar.years.size === 0) return found;
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.years.has(year)) found.push(String(year));
  return found;
}
