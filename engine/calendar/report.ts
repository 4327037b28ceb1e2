/**
 * How the national index judges a dossier (C1, C2, C4–C6), which differs from what staff see on the screen
 * while a supplement is awaited.
 */
import type { CompiledCalendar } from './calendar.ts';
import { type Clock, clockAt, endClock, SUPPLEMENT } from './clock.ts';
import { clockView } from './clock-view.ts';

/** C2: the end of handling is "processed", else "returned", else "stopped or refused"; undefined when none has happened. */
export function endOfHandling(ends: { readonly processed?: string; readonly returned?: string; readonly stopped?: string }): string | undefined {
  return ends.processed ?? ends.returned ?? ends.stopped;
}

/**
 * The verdict at the end of a reporting period. Ended: the end against the due time (C1), supplement time taken out (C5).
 * Waiting for a supplement: the day of the request counts as the end, but a second request makes it overdue (C4).
 * Otherwise unfinished: the period's end against the due time (C6).
 */
export function reportVerdict(calendar: CompiledCalendar, clock: Clock, periodEnd: string): 'on_time' | 'overdue' {
  const known = clockAt(clock, periodEnd);
  const requests = known.pauses.filter((pause) => pause.cause === SUPPLEMENT);
  const waiting = known.endedAt === null ? requests.findLast((pause) => pause.to === null) : undefined;
  if (waiting !== undefined && requests.length > 1) return 'overdue';
  const judged = waiting === undefined ? known : endClock(clockAt(clock, waiting.from), waiting.from);
  return clockView(calendar, judged, periodEnd).overdueBy === null ? 'on_time' : 'overdue';
}
