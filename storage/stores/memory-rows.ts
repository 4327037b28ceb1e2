import { codec } from '../codec.ts';
import type { Raw } from '../codec.ts';
import { AlreadyThere, notOne } from '../table.ts';
import type { Rows, TableOf, Where } from '../table.ts';
import { arranged, matches, type Held } from './memory-where.ts';

/** What one table holds, by its key; rows are replaced, never changed, so a copy of the map is a snapshot. */
export type Kept = Map<string, Raw>;

/** One table of a memory transaction. `undo` collects how to take each write back. */
export function memoryRows<Row extends object>(shape: TableOf<Row>, kept: Kept, held: Held, undo: (() => void)[]): Rows<Row> {
  const its = codec(shape);
  const keyOf = (raw: Raw): string => JSON.stringify(its.key.map((column) => raw[column]));
  const where = (condition: Where<Row>): Raw[] => [...kept.values()].filter((raw) => matches(its, held, raw, condition));
  const find: Rows<Row>['find'] = async (condition, selection = {}) => arranged(its, where(condition), selection).map((raw) => its.decode(raw));

  const taken = (raw: Raw): boolean =>
    kept.has(keyOf(raw)) ||
    its.unique.some((set) => set.every((column) => raw[column] !== null) && [...kept.values()].some((other) => set.every((column) => other[column] === raw[column])));

  const put = (raw: Raw): void => {
    const key = keyOf(raw);
    const before = kept.get(key);
    kept.set(key, raw);
    undo.push(() => (before === undefined ? kept.delete(key) : kept.set(key, before)));
  };
  const drop = (raw: Raw): void => {
    const key = keyOf(raw);
    kept.delete(key);
    undo.push(() => kept.set(key, raw));
  };
  const tryInsert = (row: Row): boolean => {
    const raw = its.encode(row);
    if (taken(raw)) return false;
    put(raw);
    return true;
  };

  const update = (condition: Where<Row>, change: Partial<Row>): number => {
    const found = where(condition);
    const raw = its.encodeChange(change);
    for (const one of found) {
      drop(one);
      const next = { ...one, ...raw };
      if (taken(next)) throw new AlreadyThere(shape.name);
      put(next);
    }
    return found.length;
  };

  return {
    find,
    first: async (condition, selection = {}) => (await find(condition, { ...selection, limit: 1 }))[0],
    count: async (condition) => where(condition).length,
    tally: async (condition, by, of) => {
      const sorted = arranged(its, where(condition), { order: by.map((column) => [column, 'asc'] as const) });
      const groups = Map.groupBy(sorted, (raw) => JSON.stringify(by.map((column) => raw[its.raw(column)])));
      return [...groups.values()].map((group) => {
        const row = its.decode(group[0] ?? {});
        const counts = Object.fromEntries(Object.entries<Where<Row>>(of).map(([name, one]) => [name, group.filter((raw) => matches(its, held, raw, one)).length]));
        return { ...Object.fromEntries(by.map((column) => [column, row[column]])), counts } as never;
      });
    },
    insert: async (row) => {
      if (!tryInsert(row)) throw new AlreadyThere(shape.name);
    },
    insertIfAbsent: async (row) => tryInsert(row),
    update: async (condition, change) => update(condition, change),
    set: async (condition, change) => void update(condition, change),
    setOne: async (condition, change) => {
      if (update(condition, change) !== 1) throw notOne(shape.name);
    },
    remove: async (condition) => {
      const found = where(condition);
      found.forEach(drop);
      return found.length;
    },
  };
}
