import { codec } from '../codec.ts';
import type { Raw } from '../codec.ts';
import { AlreadyThere } from '../table.ts';
import type { Rows, TableOf } from '../table.ts';
import { arranged, matches } from './memory-where.ts';

/** What one table holds, by its key; rows are replaced, never changed, so a copy of the map is a snapshot. */
export type Kept = Map<string, Raw>;

/** One table of a memory transaction. `undo` collects how to take each write back. */
export function memoryRows<Row extends object>(shape: TableOf<Row>, kept: Kept, undo: (() => void)[]): Rows<Row> {
  const its = codec(shape);
  const keyOf = (raw: Raw): string => JSON.stringify(its.key.map((column) => raw[column]));
  const where = (condition: Parameters<Rows<Row>['find']>[0]): Raw[] => [...kept.values()].filter((raw) => matches(its, raw, condition));

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

  return {
    find: async (condition, selection = {}) => arranged(its, where(condition), selection).map((raw) => its.decode(raw)),
    first: async (condition, selection = {}) => {
      const [raw] = arranged(its, where(condition), { ...selection, limit: 1 });
      return raw === undefined ? undefined : its.decode(raw);
    },
    count: async (condition) => where(condition).length,
    insert: async (row) => {
      if (!tryInsert(row)) throw new AlreadyThere(shape.name);
    },
    insertIfAbsent: async (row) => tryInsert(row),
    update: async (condition, change) => {
      const found = where(condition);
      const raw = its.encodeChange(change);
      for (const one of found) {
        drop(one);
        const next = { ...one, ...raw };
        if (taken(next)) throw new AlreadyThere(shape.name);
        put(next);
      }
      return found.length;
    },
    remove: async (condition) => {
      const found = where(condition);
      found.forEach(drop);
      return found.length;
    },
  };
}
