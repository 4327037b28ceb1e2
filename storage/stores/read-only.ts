import type { Rows } from '../table.ts';

/** The same rows, to look at only. */
export function readOnly<Row extends object>(rows: Rows<Row>): Rows<Row> {
  const refuse = (): Promise<never> => Promise.reject(new Error('expected only reading inside store.read, but something was to be written; use store.transaction'));
  return {
    find: (where, selection) => rows.find(where, selection),
    first: (where, selection) => rows.first(where, selection),
    count: (where) => rows.count(where),
    tally: (where, by, of) => rows.tally(where, by, of),
    insert: refuse, insertIfAbsent: refuse, update: refuse, set: refuse, setOne: refuse, remove: refuse,
  };
}
