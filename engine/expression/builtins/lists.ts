import { add, countOf, Decimal, divide, isNumeric, multiply, subtract, tidy } from '../decimal.ts';
import type { Numeric } from '../decimal.ts';
import { equal, order } from '../compare.ts';
import { FeelFunction } from '../function.ts';
import { spend } from '../run.ts';
import type { Run } from '../run.ts';
import { define } from './signature.ts';

type List = readonly unknown[];
type Numbers = readonly Numeric[];

const folded = (run: Run, list: Numbers, start: Numeric, step: (all: Numeric, value: Numeric) => Numeric | null): Numeric | null => {
  if (!list.every(Number.isSafeInteger)) spend(run, list.length * 15);
  return list.reduce<Numeric | null>((all, value) => (all === null ? null : step(all, value)), start);
};
const total = (run: Run, list: Numbers): Numeric | null => folded(run, list, 0, add);
const mean = (run: Run, list: Numbers): Numeric | null => {
  const sum = total(run, list);
  return sum === null ? null : divide(sum, list.length);
};

function extreme(run: Run, list: List, sign: 1 | -1): unknown {
  spend(run, list.length);
  if (list.some((value) => order(value, list[0]) === null)) return null;
  return list.reduce((best, value) => (order(value, best)! * sign > 0 ? value : best), list[0]);
}

function distinct(run: Run, list: List): List {
  const kept: unknown[] = [];
  for (const value of list) if (!kept.some((other) => equal(other, value, run) === true)) kept.push(value);
  return kept;
}

const sorted = (run: Run, list: Numbers): Numbers => {
  spend(run, list.length * 20);
  return list.toSorted((left, right) => order(left, right)!);
};

function median(run: Run, list: Numbers): Numeric | null {
  const all = sorted(run, list);
  const middle = all.length >> 1;
  if (all.length === 0) return null;
  if (all.length % 2 === 1) return all[middle]!;
  const sum = add(all[middle - 1]!, all[middle]!);
  return sum === null ? null : divide(sum, 2);
}

/** Of a sample, not of the whole, as FEEL's stddev() is. */
function deviation(run: Run, list: Numbers): Numeric | null {
  const middle = mean(run, list);
  if (list.length < 2 || middle === null) return null;
  spend(run, 1_500 + list.length * 50);
  const squares = list.map((value) => multiply(subtract(value, middle)!, subtract(value, middle)!)!);
  return tidy(new Decimal(divide(total(run, squares)!, list.length - 1)!).sqrt());
}

function mode(run: Run, list: Numbers): Numbers {
  const counts = new Map<string, { readonly value: Numeric; count: number }>();
  for (const value of sorted(run, list)) {
    const known = counts.get(String(value));
    if (known === undefined) counts.set(String(value), { value, count: 1 });
    else known.count += 1;
  }
  const most = [...counts.values()].reduce((highest, { count }) => Math.max(highest, count), 0);
  return [...counts.values()].filter(({ count }) => count === most).map(({ value }) => value);
}

function flat(run: Run, list: List, into: unknown[]): List {
  for (const value of list) {
    spend(run, 1);
    if (Array.isArray(value)) flat(run, value, into);
    else into.push(value);
  }
  return into;
}

/** The index of a position that counts from one, or from the end when negative; undefined when the list has none such. */
function indexOf(list: List, position: unknown): number | undefined {
  const count = countOf(position);
  if (count === undefined || count === 0 || Math.abs(count) > list.length) return undefined;
  return count > 0 ? count - 1 : list.length + count;
}

function logical(list: List, decisive: boolean): boolean | null {
  if (list.includes(decisive)) return decisive;
  return list.every((value) => typeof value === 'boolean') ? !decisive : null;
}

/** DMN 1.5, 10.3.4.4 and 10.3.4.9. */
export const lists = define({
  'list contains(list: list, element: any?)': (run, list: List, element: unknown = null) => list.some((entry) => equal(entry, element, run) === true),
  'index of(list: list, match: any)': (run, list: List, match: unknown) => list.flatMap((entry, index) => (equal(entry, match, run) === true ? [index + 1] : [])),
  'count(list: list)': (_run, list: List) => list.length,
  'min(...list: any)': (run, list: List) => extreme(run, list, -1),
  'max(...list: any)': (run, list: List) => extreme(run, list, 1),
  'sum(...list: number)': (run, list: Numbers) => (list.length === 0 ? null : total(run, list)),
  'mean(...list: number)': (run, list: Numbers) => (list.length === 0 ? null : mean(run, list)),
  'product(...list: number)': (run, list: Numbers) => (list.length === 0 ? null : folded(run, list, 1, multiply)),
  'median(...list: number)': (run, list: Numbers) => median(run, list),
  'stddev(...list: number)': (run, list: Numbers) => deviation(run, list),
  'mode(...list: number)': (run, list: Numbers) => mode(run, list),
  'all(...list: any)': (_run, list: List) => logical(list, false),
  'any(...list: any)': (_run, list: List) => logical(list, true),
  'append(list: list, ...item: any)': (_run, list: List, ...items: unknown[]) => [...list, ...items],
  'concatenate(...list: list)': (_run, list: readonly List[]) => list.flat(1),
  'union(...list: list)': (run, list: readonly List[]) => distinct(run, list.flat(1)),
  'distinct values(list: list)': (run, list: List) => distinct(run, list),
  'flatten(list: list)': (run, list: List) => flat(run, list, []),
  'reverse(list: list)': (_run, list: List) => list.toReversed(),
  'insert before(list: list, position: number, newItem: any)': (_run, list: List, position: Numeric, item: unknown) => {
    const index = indexOf([...list, null], position === countOf(position) && position < 0 ? position - 1 : position);
    return index === undefined ? null : list.toSpliced(index, 0, item);
  },
  'remove(list: list, position: number)': (_run, list: List, position: Numeric) => {
    const index = indexOf(list, position);
    return index === undefined ? null : list.toSpliced(index, 1);
  },
  'list replace(list: list, position: any, newItem: any)': (_run, list: List, position: unknown, item: unknown) => {
    if (position instanceof FeelFunction) return position.parameterNames.length === 2 ? list.map((entry) => (position.fn(entry, item) === true ? item : entry)) : null;
    const index = isNumeric(position) ? indexOf(list, position) : undefined;
    return index === undefined ? null : list.with(index, item);
  },
  'sort(list: list, precedes: function?)': (run, list: List, precedes?: FeelFunction) => {
    spend(run, list.length * 20);
    if (precedes === undefined) return list.some((value) => order(value, list[0]) === null) ? null : list.toSorted((left, right) => order(left, right)!);
    return list.toSorted((left, right) => (precedes.fn(left, right) === true ? -1 : precedes.fn(right, left) === true ? 1 : 0));
  },
});
