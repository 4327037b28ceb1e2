import { order, range, sameEnds, within } from '../compare.ts';
import { FeelRange } from '../range.ts';
import type { Run } from '../run.ts';
import { define } from './signature.ts';
import { rangeOf } from './range-text.ts';

/** A point is the range of itself alone. */
const asRange = (value: unknown): FeelRange => (value instanceof FeelRange ? value : new FeelRange(value, value, true, true));

type Compare = (left: FeelRange, right: FeelRange, run: Run) => boolean | null;

/** Null when one of the comparisons has no answer. */
function decided(test: (compare: (left: unknown, right: unknown) => number) => boolean): boolean | null {
  let unknown = false;
  const result = test((left, right) => {
    const sign = order(left, right);
    if (sign === null) unknown = true;
    return sign ?? Number.NaN;
  });
  return unknown ? null : result;
}

const relation = (compare: Compare, points: readonly number[] = []) => (run: Run, left: unknown, right: unknown): boolean | null =>
  ([left, right].some((value, index) => value === null || (!(value instanceof FeelRange) && !points.includes(index))) ? null : compare(asRange(left), asRange(right), run));

const before: Compare = (a, b) => decided((sign) => sign(a.end, b.start) < 0 || (sign(a.end, b.start) === 0 && !(a['end included'] && b['start included'])));
const meets: Compare = (a, b) => decided((sign) => sign(a.end, b.start) === 0 && a['end included'] && b['start included']);
/** `a` begins no later, and ends no earlier, than `b`. */
const covers: Compare = (a, b) => decided((sign) =>
  (sign(a.start, b.start) < 0 || (sign(a.start, b.start) === 0 && (a['start included'] || !b['start included']))) && (sign(a.end, b.end) > 0 || (sign(a.end, b.end) === 0 && (a['end included'] || !b['end included']))));
const overlapsBefore: Compare = (a, b) => decided((sign) =>
  (sign(a.start, b.start) < 0 || (sign(a.start, b.start) === 0 && a['start included'] && !b['start included'])) &&
  (sign(a.end, b.start) > 0 || (sign(a.end, b.start) === 0 && a['end included'] && b['start included'])) &&
  (sign(a.end, b.end) < 0 || (sign(a.end, b.end) === 0 && (!a['end included'] || b['end included']))));
const overlaps: Compare = (a, b, run) => {
  const [first, second] = [before(a, b, run), before(b, a, run)];
  return first === null || second === null ? null : !first && !second;
};
const finishes: Compare = (a, b) => decided((sign) => sign(a.end, b.end) === 0 && a['end included'] === b['end included'] && (sign(a.start, b.start) > 0 || (sign(a.start, b.start) === 0 && (!a['start included'] || b['start included']))));
const starts: Compare = (a, b) => decided((sign) => sign(a.start, b.start) === 0 && a['start included'] === b['start included'] && (sign(a.end, b.end) < 0 || (sign(a.end, b.end) === 0 && (!a['end included'] || b['end included']))));
const swapped = (compare: Compare): Compare => (a, b, run) => compare(b, a, run);
const includes = (run: Run, outer: unknown, inner: unknown): boolean | null => (inner instanceof FeelRange ? relation(covers)(run, outer, inner) : outer instanceof FeelRange ? within(outer, inner) : null);

/** DMN 1.5, 10.3.4.7, and the conversion to a range of 10.3.4.1. */
export const ranges = define({
  'before(value1: any, value2: any)': relation(before, [0, 1]),
  'after(value1: any, value2: any)': relation(swapped(before), [0, 1]),
  'meets(range1: any, range2: any)': relation(meets),
  'met by(range1: any, range2: any)': relation(swapped(meets)),
  'overlaps(range1: any, range2: any)': relation(overlaps),
  'overlaps before(range1: any, range2: any)': relation(overlapsBefore),
  'overlaps after(range1: any, range2: any)': relation(swapped(overlapsBefore)),
  'finishes(value: any, range: any)': relation(finishes, [0]),
  'finished by(range: any, value: any)': relation(swapped(finishes), [1]),
  'includes(range: any, value: any)': includes,
  'during(value: any, range: any)': (run, inner: unknown, outer: unknown) => includes(run, outer, inner),
  'starts(value: any, range: any)': relation(starts, [0]),
  'started by(range: any, value: any)': relation(swapped(starts), [1]),
  'coincides(value1: any, value2: any)': (run, left: unknown, right: unknown) => (left === null || right === null ? null : sameEnds(asRange(left), asRange(right), run)),
  'range(from: string)': (_run, from: string) => rangeOf(from, range),
});
