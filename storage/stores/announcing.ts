import type { Rows, TableOf } from '../table.ts';

/** Rows that a worker takes on when their time has come say when that is. */
const isWork = (shape: TableOf<object>): boolean => 'runAt' in shape.columns;

/** The same rows; the table's name is added to `announced` when something is written there that a worker may have to take on, now or later. */
export function announcing(rows: Rows<object>, shape: TableOf<object>, announced: Set<string>): Rows<object> {
  if (!isWork(shape)) return rows;
  const made = (): void => void announced.add(shape.name);
  /** What is only given up, handed over or done says no new time. */
  const changed = (change: object): void => {
    if ('runAt' in change) made();
  };
  return {
    find: (where, selection) => rows.find(where, selection),
    first: (where, selection) => rows.first(where, selection),
    count: (where) => rows.count(where),
    tally: (where, by, of) => rows.tally(where, by, of),
    insert: (row) => {
      made();
      return rows.insert(row);
    },
    insertIfAbsent: (row) => {
      made();
      return rows.insertIfAbsent(row);
    },
    update: (where, change) => {
      changed(change);
      return rows.update(where, change);
    },
    set: (where, change) => {
      changed(change);
      return rows.set(where, change);
    },
    setOne: (where, change) => {
      changed(change);
      return rows.setOne(where, change);
    },
    remove: (where) => rows.remove(where),
  };
}
