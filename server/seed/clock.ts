import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../engine/calendar/instant.ts';
import { toLocal, toUtc } from '../../engine/calendar/zone.ts';

/** A clock that is set by hand: the sample's stories happen in their own past. */
export function setClock(start: string) {
  let at = start;
  return { now: () => at, set: (instant: string) => void (at = instant) };
}
export type SetClock = ReturnType<typeof setClock>;

/** `hh:mm` local time on the working day that lies so many working days before the day of `today`. */
export function workingDayBefore(calendar: CompiledCalendar, today: string, days: number, time: string): string {
  const day = Math.floor(toLocal(calendar.zone, Date.parse(today)) / DAY);
  const target = calendar.workingDays.holding(calendar.workingDays.before(day) - days).day;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(toUtc(calendar.zone, target * DAY + hour * HOUR + minute * MINUTE)).toISOString();
}
