import type { Knex } from 'knex';
import { codec } from '../codec.ts';
import { AlreadyThere } from '../table.ts';
import type { Rows, TableOf } from '../table.ts';
import { addSelection, addWhere } from './knex-where.ts';

/** SQLite and PostgreSQL say "unique" like this. */
const TAKEN = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/** One table of a knex transaction. `locks` is false where one writer has the whole database anyway. */
export function knexRows<Row extends object>(shape: TableOf<Row>, trx: Knex.Transaction, locks: boolean): Rows<Row> {
  const its = codec(shape);
  const from = (): Knex.QueryBuilder => trx(its.table);
  const refusingTaken = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw TAKEN.has((error as { code?: string }).code ?? '') ? new AlreadyThere(shape.name, { cause: error }) : error;
    }
  };
  const find: Rows<Row>['find'] = async (where, selection = {}) => {
    const found: Record<string, unknown>[] = await addSelection(addWhere(from().select('*'), its, where), its, selection, locks);
    return found.map((raw) => its.decode(raw));
  };
  return {
    find,
    first: async (where, selection = {}) => (await find(where, { ...selection, limit: 1 }))[0],
    count: async (where) => {
      const [row] = (await addWhere(from().count({ number: '*' }), its, where)) as { number: string | number }[];
      return Number(row?.number ?? 0);
    },
    insert: async (row) => {
      await refusingTaken(from().insert(its.encode(row)) as unknown as Promise<unknown>);
    },
    insertIfAbsent: async (row) => {
      const added: unknown[] = await from().insert(its.encode(row)).onConflict().ignore().returning([...its.key]);
      return added.length > 0;
    },
    update: async (where, change) => Number(await refusingTaken(addWhere(from(), its, where).update(its.encodeChange(change)) as unknown as Promise<number>)),
    remove: async (where) => Number(await addWhere(from(), its, where).delete()),
  };
}
