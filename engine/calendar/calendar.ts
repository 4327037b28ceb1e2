import { type Static, Type } from 'typebox';
import { Errors } from 'typebox/value';
import { CalendarError, shown } from './failure.ts';
import { END_PATTERN, lengthOf, parseTime, readHours, type Stretch, TIME_PATTERN } from './hours.ts';
import { DAY, parseDate, weekdayOf, yearOf } from './instant.ts';
import { tally, type Tally } from './tally.ts';
import { clockChanges, readZone, type Zone } from './zone.ts';

const Name = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, { additionalProperties: false });

const Hours = Type.Array(Type.Array(Type.String({ pattern: END_PATTERN }), { minItems: 2, maxItems: 2 }), {
  description: 'Office hours of a day, in order: [["07:30","11:30"],["13:00","17:00"]]; empty = closed; "24:00" ends a day.',
});

const CalendarDay = Type.Object(
  {
    date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    kind: Type.Union([Type.Literal('off'), Type.Literal('working_swap')], {
      description: 'off: nobody works, whatever the week says; working_swap: the office works, whatever the week says.',
    }),
    hours: Type.Optional(Hours),
    name: Name,
    confirmed: Type.Boolean({ description: 'false: not decided, or not yet checked with the authority; deadlines that depend on it are flagged.' }),
    source: Type.String({ minLength: 1, description: 'The decision or law the day rests on.' }),
  },
  { additionalProperties: false },
);

/** A working calendar as plain data: weekly hours, and the dated days that differ (rule C8). */
export const CalendarSchema = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    name: Name,
    zone: Type.String({ minLength: 1, description: 'IANA time zone, for example Asia/Ho_Chi_Minh.' }),
    weekly: Type.Object({ 1: Hours, 2: Hours, 3: Hours, 4: Hours, 5: Hours, 6: Hours, 7: Hours }, { additionalProperties: false, description: '1 = Monday … 7 = Sunday.' }),
    sameDayCutoff: Type.String({ pattern: TIME_PATTERN, description: 'Same-day procedures received later are due on the next working day (rule C9).' }),
    days: Type.Array(CalendarDay),
    years: Type.Array(Type.Integer({ minimum: 2000, maximum: 2099 }), {
      description: 'Years whose dated days are listed; deadlines that reach another year are flagged. Empty: the calendar has no dated days in any year.',
    }),
  },
  { additionalProperties: false },
);

export type Calendar = Static<typeof CalendarSchema>;

/** A calendar ready to count with: immutable, and to be kept, since compiling takes milliseconds and counting microseconds. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  readonly zone: Zone;
  /** Milliseconds after local midnight. */
  readonly cutoff: number;
  readonly hoursOf: (day: number) => readonly Stretch[];
  /** 1 for a working day. A day with any office hours is one. */
  readonly workingDays: Tally;
  /** Milliseconds of office hours. */
  readonly workingTime: Tally;
  /** Day numbers of the entries not yet confirmed, ascending. */
  readonly unconfirmed: readonly number[];
  readonly years: ReadonlySet<number>;
}

/**
 * Checks calendar data, from any source, and makes it countable (rules C8, C12).
 * A swapped working day without hours of its own keeps those of the first working day of the week.
 * @throws CalendarError naming the entry that is wrong.
 */
export function compileCalendar(data: unknown): CompiledCalendar {
  const calendar = checkShape(data);
  const zone = readZone(calendar.zone);
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => readHours(calendar.weekly[weekday], `the hours of weekly.${weekday}`));
  const usual = week.find((hours) => hours.length > 0);
  if (usual === undefined) throw new CalendarError('calendar_invalid', 'expected "weekly" to have office hours on at least one day, but every day is closed');

  const special = readDays(calendar, usual);
  const order = [...special.keys()].toSorted((a, b) => a - b);
  const specially = (amount: (hours: readonly Stretch[]) => number): [number, number][] => order.map((day) => [day, amount(special.get(day) ?? [])]);
  const hoursOf = (day: number): readonly Stretch[] => special.get(day) ?? week[weekdayOf(day)] ?? [];
  refuseHoursAcrossClockChanges(zone, hoursOf);

  const isWorking = (hours: readonly Stretch[]): number => (hours.length > 0 ? 1 : 0);
  return {
    calendar,
    zone,
    cutoff: parseTime(calendar.sameDayCutoff),
    hoursOf,
    workingDays: tally(week.map(isWorking), specially(isWorking)),
    workingTime: tally(week.map(lengthOf), specially(lengthOf)),
    unconfirmed: calendar.days.filter((day) => !day.confirmed).map((day) => parseDate(day.date) ?? 0).toSorted((a, b) => a - b),
    years: new Set(calendar.years),
  };
}

function checkShape(data: unknown): Calendar {
  const [error] = Errors(CalendarSchema, data);
  if (error === undefined) return data as Calendar;
  const extra = 'additionalProperties' in error.params ? ` (${String(error.params.additionalProperties)})` : '';
  throw new CalendarError('calendar_invalid', `expected a calendar, but ${error.instancePath === '' ? 'it' : error.instancePath} ${error.message}${extra}`);
}

function readDays(calendar: Calendar, usual: readonly Stretch[]): Map<number, readonly Stretch[]> {
  const special = new Map<number, readonly Stretch[]>();
  for (const { date, kind, hours } of calendar.days) {
    const day = parseDate(date);
    if (day === undefined) throw new CalendarError('calendar_invalid', `expected a date of the calendar in "days", but there is no ${shown(date)}`);
    if (special.has(day)) throw new CalendarError('calendar_invalid', `expected one entry per date in "days", but ${date} is there twice`);
    if (!calendar.years.includes(yearOf(day))) {
      throw new CalendarError('calendar_invalid', `expected "years" to list the year of every day, but ${yearOf(day)} of ${date} is not there`);
    }
    const own = hours === undefined ? undefined : readHours(hours, `the hours of ${date}`);
    if (own !== undefined && own.length > 0 !== (kind === 'working_swap')) {
      throw new CalendarError('calendar_invalid', `expected hours only on a working_swap, and at least one, but ${date} is ${kind} with ${own.length}`);
    }
    special.set(day, kind === 'off' ? [] : (own ?? usual));
  }
  return special;
}

function refuseHoursAcrossClockChanges(zone: Zone, hoursOf: (day: number) => readonly Stretch[]): void {
  for (const change of clockChanges(zone)) {
    for (let day = Math.floor(change.from / DAY); day * DAY < change.to; day += 1) {
      if (hoursOf(day).some(({ from, to }) => day * DAY + from < change.to && day * DAY + to > change.from)) {
        throw new CalendarError(
          'calendar_invalid',
          `expected office hours outside the clock changes of ${zone.name}, but they run through the one at ${change.at}; close the hours around it or take a zone without summer time`,
        );
      }
    }
  }
}
