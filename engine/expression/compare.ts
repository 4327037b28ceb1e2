import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime } from 'feelin';
import { spend } from './run.ts';
import type { Run } from './run.ts';
import { kindOf } from './value.ts';
import type { Context } from './value.ts';

/** FEEL equality (DMN 1.5, table 53): null when the types cannot be compared. */
export function equal(left: unknown, right: unknown, run: Run): boolean | null {
  spend(run, 1);
  const kind = kindOf(left);
  const other = kindOf(right);
  if (kind === 'null' || other === 'null') return kind === other;
  if (kind === 'list' && other !== 'list') return single(left as unknown[], right, run);
  if (other === 'list' && kind !== 'list') return single(right as unknown[], left, run);
  if (kind !== other) return null;
  switch (kind) {
    case 'boolean': case 'number': case 'string': return left === right;
    case 'list': return equalLists(left as unknown[], right as unknown[], run);
    case 'context': return equalContexts(left as Context, right as Context, run);
    case 'range': return equalContexts({ ...(left as FeelRange) }, { ...(right as FeelRange) }, run);
    case 'function': case 'unknown': return null;
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

function equalContexts(left: Context, right: Context, run: Run): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key], run) === true);
}

/** Negative, zero or positive; null when the two have no order. */
export function order(left: unknown, right: unknown): number | null {
  const kind = kindOf(left);
  if (kind !== kindOf(right)) return null;
  if (kind === 'number') return (left as number) - (right as number);
  if (kind === 'string') return left === right ? 0 : (left as string) < (right as string) ? -1 : 1;
  const [from, to] = [measure(left), measure(right)];
  return from === null || to === null ? null : from - to;
}

/** Whether `value` lies in `range`; null when they cannot be compared. */
export function within(range: FeelRange, value: unknown): boolean | null {
  const above = range.start === null ? 1 : order(value, range.start);
  const below = range.end === null ? -1 : order(value, range.end);
  if (above === null || below === null || value === null) return null;
  return (range['start included'] ? above >= 0 : above > 0) && (range['end included'] ? below <= 0 : below < 0);
}

export function range(start: unknown, end: unknown, startIncluded: boolean, endIncluded: boolean): FeelRange | null {
  if (start !== null && end !== null && order(start, end) === null) return null;
  if (start === null && end === null) return null;
  return new FeelRange({ start, end, 'start included': startIncluded, 'end included': endIncluded, valueType: (start ?? end) === null ? null : kindOf(start ?? end).replace(/^.* duration$/, 'duration') });
}

/** Milliseconds for instants and days durations, months for months durations; local times as if in UTC. */
function measure(value: unknown): number | null {
  if (value instanceof FeelDate) return value.unwrap().toZonedDateTime('UTC').epochMilliseconds;
  if (value instanceof FeelDateTime) return value.unwrap().toZonedDateTime(value.zone ?? 'UTC').epochMilliseconds;
  if (value instanceof FeelTime) {
    const clock = value.unwrap();
    const offset = value.zone === null ? null : value['time offset'];
    return ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 + clock.millisecond - (offset === null ? 0 : offset.unwrap().total('milliseconds'));
  }
  if (value instanceof FeelDuration) {
    const length = value.unwrap();
    return value.yearsMonths ? length.years * 12 + length.months : length.total('milliseconds');
  }
  return null;
}
