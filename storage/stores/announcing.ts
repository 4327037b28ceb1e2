import type { Rows, TableOf } from '../table.ts';

/** Rows that a worker takes on when their time has come say when that is. */
const isWork = (shape: TableOf<object>): boolean => 'runAt' in shape.columns;

/** The same rows; `announce` is called when something is written of which a worker may have to take it on. */
export function announcing(rows: Rows<object>, shape: TableOf<object>, announce: () => void): Rows<object> {
  if (!isWork(shape)) return rows;
  const told = <Given extends unknown[], Result>(write: (...given: Given) => Result) => (...given: Given): Result => {
    announce();
    return write(...given);
  };
  return {
    find: (where, selection) => rows.find(where, selection),
    first: (where, selection) => rows.first(where, selection),
    count: (where) => rows.count(where),
    tally: (where, by, of) => rows.tally(where, by, of),
    insert: told((row) => rows.insert(row)),
    insertIfAbsent: told((row) => rows.insertIfAbsent(row)),
    update: told((where, change) => rows.update(where, change)),
    set: told((where, change) => rows.set(where, change)),
    setOne: told((where, change) => rows.setOne(where, change)),
    remove: (where) => rows.remove(where),
  };
}
