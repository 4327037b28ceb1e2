import * as fc from 'fast-check';
import type { Calendar } from '../calendar.ts';

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Hours cut from up to six distinct times of the day. */
const hours = (least: number): fc.Arbitrary<string[][]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: least * 2, maxLength: 6 }).map((quarters) => {
    const times = quarters.toSorted((a, b) => a - b).map((quarter) => clock(quarter * 15));
    return times.flatMap((from, index) => (index % 2 === 0 && index + 1 < times.length ? [[from, times[index + 1] ?? '']] : []));
  });

const date = fc.integer({ min: 0, max: 120 }).map((day) => new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10));

const day = fc.record({
  date,
  kind: fc.constantFrom('off', 'off', 'working_swap'),
  own: fc.option(hours(1), { nil: undefined }),
  confirmed: fc.boolean(),
});

/** Odd weeks, many holidays and swaps between November 2026 and February 2027, in Vietnam's zone. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ open: hours(1), rest: fc.array(hours(0), { minLength: 6, maxLength: 6 }), first: fc.nat(6), days: fc.uniqueArray(day, { selector: (one) => one.date, maxLength: 60 }), cutoff: fc.integer({ min: 0, max: 95 }) })
  .map(({ open, rest, first, days, cutoff }) => {
    const week = [...rest.slice(0, first), open, ...rest.slice(first)];
    return {
      id: 'random',
      name: { vi: 'Ngẫu nhiên', en: 'Random' },
      zone: 'Asia/Ho_Chi_Minh',
      weekly: Object.fromEntries(week.map((hours, index) => [index + 1, hours])) as Calendar['weekly'],
      sameDayCutoff: clock(cutoff * 15),
      days: days.map(({ date, kind, own, confirmed }) => ({
        date,
        kind: kind as 'off' | 'working_swap',
        ...(kind === 'working_swap' && own !== undefined ? { hours: own } : {}),
        name: { vi: 'Ngày', en: 'Day' },
        confirmed,
        source: 'random',
      })),
      years: [2026, 2027],
    };
  });

/** Whole minutes from November 2026 to January 2027, so the slow counter can walk them. */
export const anyMinute: fc.Arbitrary<string> = fc.integer({ min: 0, max: 90 * 1_440 }).map((minute) => new Date(Date.UTC(2026, 10, 1) + minute * 60_000).toISOString());

/** Any millisecond of 2026 and 2027. */
export const anyInstant: fc.Arbitrary<string> = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }).map((at) => new Date(at).toISOString());
