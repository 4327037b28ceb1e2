import { parseTimeLimit, type TimeLimit } from './limit.ts';

export const minutesOfADay = 8 * 60;
const minutesByTheWall = 24 * 60;
const daysOfAWeek = 7;
const workingDaysOfAWeek = 5;
/** Of one working minute, when all its week passes: a week for each five working days. */
const wallOfWork = (daysOfAWeek * minutesByTheWall) / (workingDaysOfAWeek * minutesOfADay);

/** In what a time is measured, so that times of both kinds can be compared and added. */
export interface Measure {
  readonly of: 'work' | 'wall';
  readonly minutesOfADay: number;
  /** A limit in minutes of this measure; undefined when it cannot be read, or when it is a day that is named. */
  readonly minutes: (limit: string) => number | undefined;
  /** When a limit that begins at a time is over, both in minutes of this measure; undefined as above. */
  readonly after: (time: number, limit: string) => number | undefined;
  /** When a pause that begins at a time has ended at the latest, as far as the clock sees it. */
  readonly afterPause: (time: number) => number;
  /** Whether a timer that is longer than a step's limit, as this measure counts them, may still be over before it on some day. */
  readonly mayCutShort: (timer: string, limit: string) => boolean;
}

/** A limit in working minutes, a working day being eight hours; undefined when it cannot be read. What runs by the calendar counts as much work as it may hold: all days are worked. */
export const workingMinutes = (limit: string): number | undefined => read(limit, ({ unit, amount }) => {
  if (unit.startsWith('working')) return amount * (unit === 'working_day' ? minutesOfADay : unit === 'working_hour' ? 60 : 1);
  const wall = amount * wallOf(unit);
  return Math.floor(wall / minutesByTheWall) * minutesOfADay + Math.min(wall % minutesByTheWall, minutesOfADay);
});

/** A limit in minutes of the wall clock, day and night; five working days count as a week without a holiday. */
export const wallMinutes = (limit: string): number | undefined => read(limit, ({ unit, amount }) =>
  (unit.startsWith('working') ? amount * (unit === 'working_day' ? minutesOfADay : unit === 'working_hour' ? 60 : 1) * wallOfWork : amount * wallOf(unit)));

type Counted = Extract<TimeLimit, { amount: number }>;

const wallOf = (unit: Counted['unit']): number => (unit === 'day' ? minutesByTheWall : unit === 'hour' ? 60 : 1);

const read = (limit: string, minutes: (counted: Counted) => number): number | undefined => {
  try {
    const found = parseTimeLimit(limit);
    if (found.unit === 'until') return undefined;
    return minutes(found.unit === 'same_day' ? { unit: 'working_day', amount: 1 } : found);
  } catch {
    return undefined;
  }
};

const adding = (of: Measure['of'], ofADay: number, minutes: Measure['minutes']): Measure => ({
  of, minutesOfADay: ofADay, minutes, afterPause: (time) => time, mayCutShort: () => false,
  after: (time, limit) => {
    const more = minutes(limit);
    return more === undefined ? undefined : time + more;
  },
});

const work = adding('work', minutesOfADay, workingMinutes);
const wall = adding('wall', minutesByTheWall, wallMinutes);

/** What a limit is held to: its own measure, working time where nobody says. */
export const measureOf = (limit?: string): Measure => {
  try {
    return limit !== undefined && ['day', 'hour', 'minute'].includes(parseTimeLimit(limit).unit) ? wall : work;
  } catch {
    return work;
  }
};
