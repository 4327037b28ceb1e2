import createKnex from 'knex';
import type { Knex } from 'knex';
import BetterSqlite3 from 'knex/lib/dialects/better-sqlite3/index.js';
import { migrate, pendingMigrations } from '../migrations/migrate.ts';
import type { Store } from '../store.ts';
import { openTables, withRetry } from './knex-transaction.ts';
import { readOnly } from './read-only.ts';
import { wake } from './wake.ts';

/** What every connection must have; the driver falls back to NORMAL in WAL mode unless told, which loses commits on power loss. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000 } as const;

interface Connection {
  pragma(text: string, options?: { simple: boolean }): unknown;
}

/** Takes the write lock when a transaction begins: another process then waits instead of failing in the middle. */
class Client extends BetterSqlite3 {
  override _query(connection: unknown, query: { sql?: string }): Promise<unknown> {
    return super._query(connection, query.sql === 'BEGIN;' ? { ...query, sql: 'BEGIN IMMEDIATE;' } : query);
  }
}

export function sqliteKnex(filename: string): Knex {
  return createKnex({
    client: Client as unknown as typeof Knex.Client,
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: Connection, done: (error?: Error) => void) => {
        for (const [name, value] of Object.entries(PRAGMAS)) connection.pragma(`${name} = ${value}`);
        done();
      },
    },
  });
}

/** One file, one process that writes. Acknowledged means on disk. */
export function sqliteStore(filename: string, knex: Knex = sqliteKnex(filename)): Store {
  const listeners = wake();
  return {
    kind: 'sqlite',
    transaction: (work) => withRetry(() => knex.transaction((trx) => work(openTables(trx, false, (rows) => rows)))),
    read: (work) => withRetry(() => knex.transaction((trx) => work(openTables(trx, false, readOnly)))),
    onWork: listeners.on,
    announceWork: async () => listeners.all(),
    migrate: () => migrate(knex, 'sqlite'),
    check: () => checkSqlite(knex),
    close: () => knex.destroy(),
  };
}

/** Reads the settings from the live connection, again after a write, because the first write may change them. */
async function checkSqlite(knex: Knex): Promise<void> {
  const pending = await pendingMigrations(knex);
  if (pending.length > 0) throw new Error(`expected an up-to-date schema, but ${pending.join(', ')} has not run; run \`motcua migrate\``);
  await checkPragmas(knex, 'after the first use');
  await knex.transaction((trx) => trx('registers').insert({ unit_id: '', register: 'check', period: '', last: 0 }).onConflict(['unit_id', 'register', 'period']).merge());
  await checkPragmas(knex, 'after a write');
}

async function checkPragmas(knex: Knex, when: string): Promise<void> {
  for (const [name, wanted] of Object.entries(PRAGMAS)) {
    const [row] = (await knex.raw(`pragma ${name}`)) as Record<string, unknown>[];
    const found = Object.values(row ?? {})[0];
    if (found !== wanted) throw new Error(`expected SQLite to have ${name} = ${wanted} ${when}, but it has ${String(found)}`);
  }
}
