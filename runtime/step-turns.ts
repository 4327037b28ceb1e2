import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { startClock } from '../engine/calendar/clock.ts';
import { turnsOf } from '../engine/calendar/clock-view.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';

/** When a step that was opened at an instant turns due soon and is due. @throws CalendarError for a limit that is none. */
export function stepTurns(calendar: CompiledCalendar, openedAt: string, limit: string): Pick<TaskRow, 'dueAt' | 'soonAt'> {
  const { soonAt, lateAt } = turnsOf(calendar, startClock(openedAt, limit), openedAt);
  return { dueAt: lateAt, soonAt };
}
