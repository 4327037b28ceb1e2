import { compareNumbers, Decimal, isNumeric } from './decimal.ts';
import { FeelRange, Test } from './range.ts';
import { spend } from './run.ts';
import type { Run } from './run.ts';
import { timeInstant } from './time/arithmetic.ts';
import { FeelDuration } from './time/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './time/values.ts';
import { kindOf } from './value.ts';
import type { Context } from './value.ts';

/** FEEL equality (DMN 1.5, table 53): null when the types cannot be compared. */
export function equal(left: unknown, right: unknown, run: Run): boolean | null {
  spend(run, 1);
  if (typeof left === typeof right && (typeof left === 'number' || typeof left === 'string')) return left === right;
  const kind = kindOf(left);
  const other = kindOf(right);
  if (kind === 'null' || other === 'null') return kind === other;
  if (kind === 'list' && other !== 'list') return single(left as unknown[], right, run);
  if (other === 'list' && kind !== 'list') return single(right as unknown[], left, run);
  if (kind !== other) return null;
  switch (kind) {
    case 'boolean': case 'string': return left === right;
    // A number has one form only.
    case 'number': return left === right || (left instanceof Decimal && right instanceof Decimal && left.eq(right));
    case 'list': return equalLists(left as unknown[], right as unknown[], run);
    case 'context': return equalContexts(left as Context, right as Context, run);
    case 'range': return equalRanges(left as FeelRange, right as FeelRange, run);
    case 'unknown': return equalTests(left, right, run);
    case 'function': return null;
    default: return measure(left) === measure(right);
  }
}

/** A list of one stands for its element (DMN 1.5, 10.3.2.9.4). */
function single(list: readonly unknown[], value: unknown, run: Run): boolean | null {
  return list.length === 1 ? equal(list[0], value, run) : null;
}

function equalLists(left: readonly unknown[], right: readonly unknown[], run: Run): boolean {
  return left.length === right.length && left.every((entry, index) => equal(entry, right[index], run) === true);
}

/** The same comparison, or the same ends (DMN 1.5, table 53). */
const equalRanges = (left: FeelRange, right: FeelRange, run: Run): boolean => left.constructor === right.constructor && sameEnds(left, right, run);

/** The same ends, which both, or neither, belong to their range. */
export function sameEnds(left: FeelRange, right: FeelRange, run: Run): boolean {
  const ends = (['start', 'end'] as const).every((end) => (left[end] === undefined) === (right[end] === undefined) && equal(left[end], right[end], run) === true);
  return ends && left['start included'] === right['start included'] && left['end included'] === right['end included'];
}

function equalTests(left: unknown, right: unknown, run: Run): boolean | null {
  return left instanceof Test && right instanceof Test && left.allBut !== undefined && right.allBut !== undefined ? equal(left.allBut, right.allBut, run) : null;
}

function equalContexts(left: Context, right: Context, run: Run): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key], run) === true);
}

/** Negative, zero or positive; null when the two have no order. */
export function order(left: unknown, right: unknown): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (isNumeric(left)) return isNumeric(right) ? compareNumbers(left, right) : null;
  const kind = kindOf(left);
  if (kind !== kindOf(right)) return null;
  if (kind === 'string') return left === right ? 0 : (left as string) < (right as string) ? -1 : 1;
  const [from, to] = [measure(left), measure(right)];
  return from === null || to === null ? null : from < to ? -1 : from > to ? 1 : 0;
}

/** Whether `value` lies in `range`; null when they cannot be compared. */
export function within(range: FeelRange, value: unknown): boolean | null {
  const above = range.start === undefined ? 1 : order(value, range.start);
  const below = range.end === undefined ? -1 : order(value, range.end);
  if (above === null || below === null || value === null) return null;
  return (range['start included'] ? above >= 0 : above > 0) && (range['end included'] ? below <= 0 : below < 0);
}

/** A range, unless its ends have no order or run backwards. */
export function range(start: unknown, end: unknown, startIncluded: boolean, endIncluded: boolean): FeelRange | null {
  if ((start ?? null) === null && (end ?? null) === null) return null;
  if ((start ?? null) !== null && (end ?? null) !== null && (order(start, end) ?? 1) > 0) return null;
  return new FeelRange(start, end, startIncluded, endIncluded);
}

const millisecond = 1_000_000n;

/** Milliseconds of points and days durations, months of months durations: finer is not compared. Local times count as if in UTC. */
function measure(value: unknown): bigint | number | null {
  if (value instanceof FeelDate) return value.dayNumber;
  if (value instanceof FeelDateTime) return value.instant / millisecond;
  if (value instanceof FeelTime) return timeInstant(value) / millisecond;
  return value instanceof FeelDuration ? value.size / (value.yearsMonths ? 1n : millisecond) : null;
}
