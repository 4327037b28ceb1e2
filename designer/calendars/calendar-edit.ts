import type { Calendar } from '../../engine/calendar/calendar.ts';
import fixed from '../../engine/calendar/fixed-holidays.json' with { type: 'json' };

export type CalendarDay = Calendar['days'][number];
export type Weekday = keyof Calendar['weekly'];
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Hours as people write them: "07:30–11:30, 13:00–17:00"; closed is blank. */
export const hoursText = (hours: readonly (readonly string[])[]): string => hours.map((pair) => pair.join('–')).join(', ');

/** Hours out of a text; nothing when it is no such text. That they are in order is judged by the calendar itself. */
export function readHoursText(text: string): string[][] | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter(Boolean);
  const pairs = parts.map((part) => /^(\d{1,2}):?(\d{2})?\s*[-–]\s*(\d{1,2}):?(\d{2})?$/.exec(part));
  if (pairs.includes(null)) return undefined;
  return pairs.map((pair) => [`${(pair?.[1] ?? '').padStart(2, '0')}:${pair?.[2] ?? '00'}`, `${(pair?.[3] ?? '').padStart(2, '0')}:${pair?.[4] ?? '00'}`]);
}

/** The days of one year, in their order. */
export const daysOf = ({ days }: Calendar, year: number): readonly CalendarDay[] => days.filter(({ date }) => date.startsWith(`${year}-`)).toSorted((one, other) => one.date.localeCompare(other.date));

/** How sure the calendar is of a year: not listed at all, some days not confirmed, or all. */
export function sureOf(calendar: Calendar, year: number): 'unlisted' | 'unsure' | 'sure' {
  if (!calendar.years.includes(year)) return 'unlisted';
  return daysOf(calendar, year).every(({ confirmed }) => confirmed) ? 'sure' : 'unsure';
}

const inOrder = (calendar: Calendar, days: readonly CalendarDay[]): Calendar => ({ ...calendar, days: days.toSorted((one, other) => one.date.localeCompare(other.date)) });

/** Puts a day in, instead of the one of `former` if it is given; its year is listed from then on. */
export function withDay(calendar: Calendar, day: CalendarDay, former = day.date): Calendar {
  const year = Number(day.date.slice(0, 4));
  const years = calendar.years.includes(year) ? calendar.years : [...calendar.years, year].toSorted((one, other) => one - other);
  return inOrder({ ...calendar, years }, [...calendar.days.filter(({ date }) => date !== former && date !== day.date), day]);
}

export const withoutDay = (calendar: Calendar, date: string): Calendar => ({ ...calendar, days: calendar.days.filter((day) => day.date !== date) });

/** The whole year is decided: each of its days is confirmed, and rests on that decision where one is given. */
export const confirmYear = (calendar: Calendar, year: number, source: string): Calendar => ({
  ...calendar,
  years: calendar.years.includes(year) ? calendar.years : [...calendar.years, year].toSorted((one, other) => one - other),
  days: calendar.days.map((day) => (day.date.startsWith(`${year}-`) && !day.confirmed ? { ...day, confirmed: true, source: source.trim() || day.source } : day)),
});

/** Lists one more year, with the holidays that have the same date in every year (a list with sources and the day from which each holds); nothing of it is confirmed yet. */
export function withYear(calendar: Calendar, year: number): Calendar {
  if (calendar.years.includes(year)) return calendar;
  const days = fixed.flatMap(({ day, name, from, source }): CalendarDay[] => (`${year}-${day}` < from ? [] : [{ date: `${year}-${day}`, kind: 'off', name, confirmed: false, source }]));
  return inOrder({ ...calendar, years: [...calendar.years, year].toSorted((one, other) => one - other) }, [...calendar.days, ...days]);
}
