import { matched } from './matched.ts';
import type { Plain, PlainGroup } from './decision-plain.ts';

export const sides = ['input', 'output', 'annotation'] as const;
const isGroup = (value: Plain | undefined): value is PlainGroup => typeof value === 'object' && !Array.isArray(value);
const list = (value: Plain | undefined): readonly PlainGroup[] => (Array.isArray(value) ? (value as readonly PlainGroup[]) : []);

/** Two states of a decision file in which the cells of every table stand under the same names where their columns are the same. Of a column that came, its cells are told with it; of one that went, no more. */
export function aligned(before: Plain, after: Plain): readonly [Plain, Plain] {
  if (isGroup(before) && isGroup(after)) {
    if (before['boxed'] === 'decisionTable' && after['boxed'] === 'decisionTable') return tables(before, after);
    const both = Object.keys(after).filter((name) => name in before).map((name) => [name, aligned(before[name]!, after[name]!)] as const);
    const side = (nth: 0 | 1) => Object.fromEntries(both.map(([name, pair]) => [name, pair[nth]]));
    return [{ ...before, ...side(0) }, { ...after, ...side(1) }];
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, next] = [[...before as readonly Plain[]], [...after as readonly Plain[]]];
    for (const [was, is] of matched(old, next, knownBy).kept) [old[was], next[is]] = aligned(old[was]!, next[is]!);
    return [old, next];
  }
  return [before, after];
}

/** By its id, else its name: of an entry of a context that of its variable, of an argument that of its parameter. */
export function knownBy(value: Plain): string {
  if (!isGroup(value)) return String(value);
  const inner = [value['variable'], value['parameter']].find(isGroup);
  return String(value['id'] ?? inner?.['name'] ?? value['name'] ?? '');
}

function tables(before: PlainGroup, after: PlainGroup): readonly [PlainGroup, PlainGroup] {
  const names = new Map<string, string>();
  const fresh = new Set<string>();
  const columns = Object.fromEntries(sides.filter((side) => side in after).map((side) => {
    const [old, next] = [list(before[side]), list(after[side])];
    const pairs = sameColumns(old, next);
    for (const [was, is] of pairs) names.set(`${side}.${was}`, `${side}.${is}`);
    return [side, next.map((column, index): PlainGroup => {
      const at = `${side}.${index}`;
      if (pairs.some(([, is]) => is === index)) return { ...column, at };
      fresh.add(at);
      return { ...column, at, holds: list(after['rule']).map(({ cells }) => (isGroup(cells) ? (cells[at] ?? '') : '')) };
    })];
  }));
  const rules = (table: PlainGroup, name: (cell: string) => string | undefined) => list(table['rule']).map((rule): PlainGroup => ({ ...rule, cells: Object.fromEntries(Object.entries(isGroup(rule['cells']) ? rule['cells'] : {}).flatMap(([cell, value]) => (name(cell) === undefined ? [] : [[name(cell)!, value]]))) }));
  // cells of whole new or gone rules are told by their own columns
  const former = Object.fromEntries(sides.filter((side) => side in before).map((side) => [side, list(before[side]).map((column, index): PlainGroup => ({ ...column, at: names.get(`${side}.${index}`) ?? `gone ${side}.${index}` }))]));
  return [{ ...before, ...former, rule: rules(before, (cell) => names.get(cell)) }, { ...after, ...columns, rule: rules(after, (cell) => (fresh.has(cell) ? undefined : cell)) }];
}

/** Columns are the same by their ids, else by what they ask or answer, else, of those that have no id, by their place. */
function sameColumns(old: readonly PlainGroup[], next: readonly PlainGroup[]): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const says = (column: PlainGroup): string | undefined => {
    const asked = column['inputExpression'];
    return isGroup(asked) ? String(asked['text']) : (column['name'] as string | undefined);
  };
  for (const same of [(one: PlainGroup, other: PlainGroup) => one['id'] !== undefined && one['id'] === other['id'], (one: PlainGroup, other: PlainGroup) => says(one) !== undefined && says(one) === says(other), undefined] as const) {
    for (const [is, column] of next.entries()) {
      if (pairs.some(([, taken]) => taken === is)) continue;
      const was = old.findIndex((one, index) => !pairs.some(([taken]) => taken === index) && (same ? same(one, column) : one['id'] === undefined && index === is));
      if (was >= 0) pairs.push([was, is]);
    }
  }
  return pairs.toSorted(([, one], [, other]) => one - other);
}
