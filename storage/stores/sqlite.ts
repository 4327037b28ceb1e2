import createKnex from 'knex';
import type { Knex } from 'knex';
import BetterSqlite3 from 'knex/lib/dialects/better-sqlite3/index.js';
import { migrate, pendingMigrations } from '../migrations/migrate.ts';
import type { Store, Transaction } from '../store.ts';
import { announcing } from './announcing.ts';
import { openTables, withRetry } from './knex-transaction.ts';
import { readOnly } from './read-only.ts';
import { memorised, memoryOf, run, sessionOf } from './sqlite-session.ts';
import type { Connection } from './sqlite-session.ts';
import type { Remembered } from './remembered.ts';
import { sharedCommit, type Writer } from './shared-commit.ts';
import { wake } from './wake.ts';
import type { Wake } from './wake.ts';

/**
 * What every connection must have; the driver falls back to NORMAL in WAL mode unless told, which loses commits on power loss.
 * Sorting happens in memory: a file for each handful of rows costs more than all else a question does.
 * Whoever waits for another process that writes waits in the driver, and all of this process with them: not for long (shared-commit.ts tries again).
 * Pages are kept in up to 64 MB (SQLite's own 2 MB are a few thousand rows): among a million dossiers a list takes half the time.
 */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, temp_store: 2, cache_size: -65_536, busy_timeout: 20 } as const;

class Client extends BetterSqlite3 {
  override async _query(connection: unknown, query: { readonly sql: string }): Promise<unknown> {
    // Takes the write lock when a transaction begins: another process then waits instead of failing in the middle.
    return super._query(connection, query.sql === 'BEGIN;' ? { ...query, sql: 'BEGIN IMMEDIATE;' } : query);
  }
}

export function sqliteKnex(filename: string, pragmas: Readonly<Record<string, string | number>> = PRAGMAS): Knex {
  return createKnex({
    client: Client as unknown as typeof Knex.Client,
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: Connection, done: (error?: Error) => void) => {
        for (const [name, value] of Object.entries(pragmas)) connection.pragma(`${name} = ${value}`);
        done();
      },
    },
  });
}

/** For what is copied before anybody relies on it, or thrown away: nothing waits for the disk. */
export const passingSqliteStore = (filename: string): Store => sqliteStore(filename, sqliteKnex(filename, { ...PRAGMAS, synchronous: 0 }));

/** One file, one process that writes. Acknowledged means on disk. */
export function sqliteStore(filename: string, knex: Knex = sqliteKnex(filename)): Store {
  const listeners = wake();
  const together = sharedCommit(() => sqliteWriter(knex, listeners));
  return {
    kind: 'sqlite',
    transaction: (work) => withRetry(() => together(work)),
    read: (work) => withRetry(() => look(knex, work)),
    onWork: listeners.on,
    migrate: () => migrate(knex, 'sqlite'),
    check: () => checkSqlite(knex),
    close: () => knex.destroy(),
  };
}

/** The one connection, as long as transactions share a commit. Takes the write lock at once, so as not to fail in the middle. */
export async function sqliteWriter(knex: Knex, listeners: Wake): Promise<Writer<Transaction>> {
  const connection = (await knex.client.acquireConnection()) as Connection;
  const say = (sql: string): void => void run(knex, connection, { sql, bindings: [], table: '' });
  const work = new Set<string>();
  let remembered: Remembered | undefined;
  return {
    begin: () => say('BEGIN IMMEDIATE;'),
    rollback: () => {
      remembered?.forget();
      say('ROLLBACK;');
    },
    commit: () => {
      memorised(connection);
      say('COMMIT;');
      listeners.all(work);
    },
    open: () => {
      const { session, end } = sessionOf(knex, connection, (remembered ??= memoryOf(connection)));
      return { tx: openTables(session, (rows, shape) => announcing(rows, shape, work)), end };
    },
    release: () => knex.client.releaseConnection(connection),
  };
}

async function look<Result>(knex: Knex, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const connection = (await knex.client.acquireConnection()) as Connection;
  const say = (sql: string): void => void run(knex, connection, { sql, bindings: [], table: '' });
  try {
    say('BEGIN;');
    try {
      const { session, end } = sessionOf(knex, connection, memoryOf(connection));
      return await work(openTables(session, readOnly)).finally(end);
    } finally {
      say('COMMIT;');
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
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
