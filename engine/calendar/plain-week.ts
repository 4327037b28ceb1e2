import { compileCalendar } from './calendar.ts';
import { DAY, HOUR, MINUTE } from './instant.ts';
import { parseTimeLimit, type TimeLimit } from './limit.ts';
import { measureOf as countOf, momentOf } from './measure.ts';
import type { Measure } from './working-minutes.ts';

const hours = [['07:30', '11:30'], ['13:00', '17:00']];

/** Weeks of five days of eight hours, without holidays: all that can be known of a calendar when a procedure is drawn. */
const calendar = compileCalendar({
  id: 'plain-week', name: { vi: 'Tuần thường', en: 'Plain week' }, zone: 'Etc/UTC', weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }, sameDayCutoff: '15:00', years: [], days: [],
});

const monday = Date.parse('2026-01-05T00:00:00Z');
const eachDay = [0, 1, 2, 3, 4, 5, 6].map((day) => monday + day * DAY);
const endOfDay = DAY - 1;

const read = new Map<string, ReturnType<typeof countOf> & { readonly unit: TimeLimit['unit'] } | undefined>();
const countIn = (limit: string) => {
  if (!read.has(limit)) {
    try {
      const parsed = parseTimeLimit(limit);
      read.set(limit, parsed.unit === 'until' ? undefined : { ...countOf(parsed), unit: parsed.unit });
    } catch {
      read.set(limit, undefined);
    }
  }
  return read.get(limit);
};

const dueAt = (from: number, limit: string): number | undefined => {
  const count = countIn(limit);
  return count && count.measure.due(calendar, momentOf(calendar, from), count.amount).at;
};

/** Whether a limit counts days: those after the day on which it begins, which is whole then or lost. */
const isInDays = (limit: string): boolean => {
  const count = countIn(limit);
  return count !== undefined && (count.unit === 'day' || count.unit === 'same_day' || (count.unit === 'working_day' && Number.isInteger(count.amount) && count.amount < 10_000));
};

const isWorking = (limit: string): boolean => limit.includes('working');

/** A measure whose times are those of the runtime's own count (deadline.ts), from a moment in a plain week. */
export interface Falling extends Measure {
  /** Milliseconds; UTC stands for the calendar's own zone. */
  readonly start: number;
}

/**
 * The moments at which a clock that has a limit may start worst for steps and timers that have these, as measures from there; none
 * where times of one kind only are added, which is exact wherever it begins.
 */
export const fallingFor = (limit: string, parts: readonly string[]): readonly Falling[] => {
  const count = countIn(limit);
  if (!count) return [];
  const days = isInDays(limit);
  if (!days && parts.every((part) => !isInDays(part) && isWorking(part) === isWorking(limit))) return [];
  const times = count.unit === 'same_day' ? [15 * HOUR] : days ? [endOfDay] : [0, 7.5 * HOUR, 15 * HOUR, 17 * HOUR, endOfDay];
  const dates = [limit, ...parts].every(isWorking) || (count.unit === 'same_day' && parts.every(isWorking)) ? eachDay.slice(0, 1) : eachDay;
  return dates.flatMap((date) => times.map((time) => falling(date + time, days)));
};

const tried = eachDay.flatMap((date) => [0, 7.5 * HOUR, 13 * HOUR, 17 * HOUR, endOfDay].map((time) => date + time));

/** Whether what begins with a limit may be over, on some day of a plain week, no later than what begins with the other. */
const mayBeOverBefore = (first: string, second: string): boolean => tried.some((from) => {
  const [one, other] = [dueAt(from, first), dueAt(from, second)];
  return one === undefined || other === undefined || one <= other;
});

const fallings = new Map<string, Falling>();

/** The same measure whenever the same is asked for: what was found in it can be kept by it. */
const falling = (start: number, inDays: boolean): Falling => {
  const key = `${start} ${inDays}`;
  let known = fallings.get(key);
  if (!known) fallings.set(key, (known = fallingFrom(start, inDays)));
  return known;
};

const fallingFrom = (start: number, inDays: boolean): Falling => {
  const at = (time: number): number => Math.round(start + time * MINUTE);
  const since = (moment: number): number => (moment - start) / MINUTE;
  return {
    of: 'wall', minutesOfADay: DAY / MINUTE, start,
    minutes: (limit) => {
      const due = dueAt(start, limit);
      return due === undefined ? undefined : since(due);
    },
    after: (time, limit) => {
      const due = dueAt(at(time), limit);
      return due === undefined ? undefined : Math.max(time, since(due));
    },
    // a pause that ends on the day on which it began adds no day to a limit in days, and the rest of that day is lost
    mayCutShort: mayBeOverBefore,
    afterPause: (time) => (inDays ? Math.max(time, since(Math.floor(at(time) / DAY) * DAY + endOfDay)) : time),
  };
};
