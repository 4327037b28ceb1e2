/**
 * The working clock once more, as slowly and plainly as possible: date by date and minute by minute, in a zone
 * fixed at UTC+7, sharing nothing with the real one. Tests hold the two against each other.
 */
import type { Calendar } from '../calendar.ts';

const SEVEN_HOURS = 7 * 3_600_000;
const WEEKDAYS = [7, 1, 2, 3, 4, 5, 6] as const;

/** "2026-11-20T10:00" on the wall. */
export const wall = (instant: string): string => new Date(Date.parse(instant) + SEVEN_HOURS).toISOString().slice(0, 16);
export const utc = (wallTime: string): string => new Date(Date.parse(`${wallTime}:00Z`) - SEVEN_HOURS).toISOString();
const plus = (wallTime: string, minutes: number): string => new Date(Date.parse(`${wallTime}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
export const nextDate = (date: string): string => plus(`${date}T00:00`, 1_440).slice(0, 10);

export class SlowCounter {
  readonly calendar: Calendar;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  hours(date: string): string[][] {
    const own = this.calendar.days.find((day) => day.date === date);
    const weekly = this.calendar.weekly;
    if (own?.kind === 'off') return [];
    if (own?.kind === 'working_swap') {
      for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) if (own.hours === undefined && weekly[weekday].length > 0) return weekly[weekday];
      return own.hours ?? [];
    }
    return weekly[WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] ?? 1];
  }

  works(date: string): boolean {
    return this.hours(date).length > 0;
  }

  /** Is the minute that begins now an office minute? */
  open(wallTime: string): boolean {
    const [date = '', time = ''] = wallTime.split('T');
    return this.hours(date).some(([from = '', to = '']) => from <= time && time < to);
  }

  nextWorkingDate(date: string): string {
    let day = date;
    while (!this.works(day)) day = nextDate(day);
    return day;
  }

  closing(date: string): string {
    const end = this.hours(date).at(-1)?.[1] ?? '';
    return utc(end === '24:00' ? `${nextDate(date)}T00:00` : `${date}T${end}`);
  }

  workingDays(start: string, amount: number): string {
    let date = wall(start).slice(0, 10);
    for (let left = amount; left > 0; ) {
      date = nextDate(date);
      if (this.works(date)) left -= 1;
    }
    return date;
  }

  calendarDays(start: string, amount: number): string {
    let date = wall(start).slice(0, 10);
    for (let left = amount; left > 0; left -= 1) date = nextDate(date);
    return this.nextWorkingDate(date);
  }

  sameDay(start: string): string {
    const [date = '', time = ''] = wall(start).split('T');
    return this.nextWorkingDate(time > this.calendar.sameDayCutoff ? nextDate(date) : date);
  }

  /** When this many office minutes have passed that `counts` lets through. */
  workingMinutes(start: string, amount: number, counts: (wallTime: string) => boolean = () => true): string {
    let now = wall(start);
    for (let left = amount; left > 0; now = plus(now, 1)) if (this.open(now) && counts(now)) left -= 1;
    return utc(now);
  }

  elapsed(from: string, to: string): number {
    let passed = 0;
    for (let now = wall(from); now < wall(to); now = plus(now, 1)) if (this.open(now)) passed += 1;
    return passed;
  }
}
