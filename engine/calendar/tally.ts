import { weekdayOf } from './instant.ts';

/** One amount per day: 1 or 0 for working days, milliseconds for working time. `day` is a number from instant.ts. */
export interface Tally {
  readonly of: (day: number) => number;
  /** Sum over all days before this one. */
  readonly before: (day: number) => number;
  /** The day that holds the unit with this index (the first unit of all is 0), and how many units of that day come before it. */
  readonly holding: (unit: number) => { readonly day: number; readonly into: number };
}

/**
 * Counts a weekly pattern in closed form and corrects it by the special days before, so a question costs
 * a binary search in the special days however far apart the dates are.
 * `week`: seven amounts from Monday, at least one above 0. `special`: ascending days with their own amounts.
 */
export function tally(week: readonly number[], special: readonly (readonly [day: number, amount: number])[]): Tally {
  const upTo = [0];
  for (const amount of week) upTo.push((upTo.at(-1) ?? 0) + amount);
  const perWeek = upTo[7] ?? 0;
  const weekly = (day: number): number => Math.floor((day + 3) / 7) * perWeek + (upTo[weekdayOf(day)] ?? 0);
  const usual = (day: number): number => week[weekdayOf(day)] ?? 0;

  const days = special.map(([day]) => day);
  const amounts = special.map(([, amount]) => amount);
  const corrections = [0];
  for (const [day, amount] of special) corrections.push((corrections.at(-1) ?? 0) + amount - usual(day));

  const before = (day: number): number => weekly(day) + (corrections[countWhere(days.length, (index) => (days[index] ?? 0) < day)] ?? 0);

  const holding = (unit: number): { day: number; into: number } => {
    // The stretch without special days in which the unit lies, or the special day that ends it.
    const passed = countWhere(days.length, (index) => weekly((days[index] ?? 0) + 1) + (corrections[index + 1] ?? 0) <= unit);
    const rest = unit - (corrections[passed] ?? 0);
    const week = Math.floor(rest / perWeek);
    const weekday = countWhere(7, (index) => (upTo[index + 1] ?? 0) <= rest - week * perWeek);
    const day = Math.min(week * 7 - 3 + weekday, days[passed] ?? Number.POSITIVE_INFINITY);
    return { day, into: unit - before(day) };
  };

  const of = (day: number): number => {
    const index = countWhere(days.length, (index) => (days[index] ?? 0) < day);
    return days[index] === day ? (amounts[index] ?? 0) : usual(day);
  };

  return { of, before, holding };
}

/** How many of the indexes 0 … length-1 pass, where all that pass come first. */
function countWhere(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
