import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Clock } from '../engine/calendar/clock.ts';
import { clockView, turnsOf } from '../engine/calendar/clock-view.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';

/** When a dossier is due, and when its clock turns due soon (by the procedure's own warning, if it has one) and late. */
export function dossierTurns(calendar: CompiledCalendar, clock: Clock, at: string, dueSoon: string | undefined): Pick<DossierRow, 'dueAt' | 'soonAt' | 'lateAt'> {
  return { dueAt: clockView(calendar, clock, at).dueAt, ...turnsOf(calendar, clock, at, dueSoon === undefined ? {} : { dueSoon }) };
}
