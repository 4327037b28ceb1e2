import type { Knex } from 'knex';
import { codec } from '../codec.ts';
import type { Codec, Raw } from '../codec.ts';
import { AlreadyThere } from '../table.ts';
import type { Rows, TableOf } from '../table.ts';
import { tables } from '../tables/registry.ts';
import { quoted, selectionSql, whereSql } from './sql-where.ts';
import type { Binding } from './sql-where.ts';

/** SQLite and PostgreSQL say "unique" like this. */
const TAKEN = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/** What a driver gives back: rows (SQLite), counts (SQLite), or both (PostgreSQL). */
type Response = Record<string, unknown>[] & { readonly changes?: number; readonly rows?: Record<string, unknown>[]; readonly rowCount?: number };

const codecs = new Map(Object.values(tables).map((shape) => [shape as unknown, codec(shape as unknown as TableOf<object>)]));

/**
 * One table of a knex transaction. The SQL is written here and handed to knex's connection: building it with knex costs
 * more than running it. `locks` is false where one writer has the whole database anyway.
 */
export function knexRows<Row extends object>(shape: TableOf<Row>, trx: Knex.Transaction, locks: boolean): Rows<Row> {
  const its = codecs.get(shape) as unknown as Codec<Row>;
  const into = quoted(its.table);
  // Named one by one: a statement that is prepared stays right when a newer version of this program adds a column.
  const all = its.columns.map(quoted).join(', ');

  const run = async (sql: string, bindings: readonly Binding[]): Promise<Response> => {
    const connection: unknown = await trx.client.acquireConnection();
    const { response } = (await trx.client.query(connection, { sql, bindings, method: 'raw', prepared: true })) as { response: Response };
    return response;
  };
  const writing = async (sql: string, bindings: readonly Binding[]): Promise<Response> => {
    try {
      return await run(sql, bindings);
    } catch (error) {
      throw TAKEN.has((error as { code?: string }).code ?? '') ? new AlreadyThere(shape.name, { cause: error }) : error;
    }
  };
  const insertSql = (raw: Raw): string => `insert into ${into} (${Object.keys(raw).map(quoted).join(', ')}) values (${Object.keys(raw).map(() => '?').join(', ')})`;

  const find: Rows<Row>['find'] = async (where, selection = {}) => {
    const conditions = whereSql(its, where);
    const rest = selectionSql(its, selection, locks);
    const response = await run(`select ${all} from ${into} where ${conditions.sql} ${rest.sql}`, [...conditions.bindings, ...rest.bindings]);
    return (response.rows ?? response).map((raw) => its.decode(raw));
  };
  return {
    find,
    first: async (where, selection = {}) => (await find(where, { ...selection, limit: 1 }))[0],
    count: async (where) => {
      const { sql, bindings } = whereSql(its, where);
      const response = await run(`select count(*) as number from ${into} where ${sql}`, bindings);
      return Number((response.rows ?? response)[0]?.['number']);
    },
    insert: async (row) => {
      const raw = its.encode(row);
      await writing(insertSql(raw), Object.values(raw));
    },
    insertIfAbsent: async (row) => {
      const raw = its.encode(row);
      return changed(await run(`${insertSql(raw)} on conflict do nothing`, Object.values(raw))) > 0;
    },
    update: async (where, change) => {
      const raw = its.encodeChange(change);
      const { sql, bindings } = whereSql(its, where);
      const set = Object.keys(raw).map((column) => `${quoted(column)} = ?`).join(', ');
      return changed(await writing(`update ${into} set ${set} where ${sql}`, [...Object.values(raw), ...bindings]));
    },
    remove: async (where) => {
      const { sql, bindings } = whereSql(its, where);
      return changed(await run(`delete from ${into} where ${sql}`, bindings));
    },
  };
}

function changed({ changes, rowCount }: Response): number {
  return Number(changes ?? rowCount);
}
