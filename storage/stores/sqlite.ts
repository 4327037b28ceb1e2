import createKnex from 'knex';
import type { Knex } from 'knex';
import BetterSqlite3 from 'knex/lib/dialects/better-sqlite3/index.js';
import { migrate, pendingMigrations } from '../migrations/migrate.ts';
import type { Store, Transaction } from '../store.ts';
import { openTables, withRetry } from './knex-transaction.ts';
import { readOnly } from './read-only.ts';
import { sharedCommit, type Writer } from './shared-commit.ts';
import { wake } from './wake.ts';

/** What every connection must have; the driver falls back to NORMAL in WAL mode unless told, which loses commits on power loss. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000 } as const;

interface Statement {
  readonly reader: boolean;
  all(bindings: readonly unknown[]): unknown[];
  run(bindings: readonly unknown[]): { readonly changes: number };
}

interface Connection {
  pragma(text: string): unknown;
  prepare(sql: string): Statement;
}

interface Query {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  /** Set by knex-rows.ts: text that comes again and again, with bindings the driver takes as they are. */
  readonly prepared?: boolean;
  response?: unknown;
}

/** Statements of each connection; how many differ is bounded by the program, but for the lengths of lists. */
const statements = new WeakMap<Connection, Map<string, Statement>>();
const MOST_STATEMENTS = 500;

function statementOf(connection: Connection, sql: string): Statement {
  const known = statements.get(connection) ?? new Map<string, Statement>();
  if (known.size > MOST_STATEMENTS) known.clear();
  statements.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, statement);
  return statement;
}

class Client extends BetterSqlite3 {
  override async _query(connection: Connection, query: Query): Promise<unknown> {
    // Takes the write lock when a transaction begins: another process then waits instead of failing in the middle.
    if (query.sql === 'BEGIN;') return super._query(connection, { ...query, sql: 'BEGIN IMMEDIATE;' });
    if (query.prepared !== true) return super._query(connection, query);
    const statement = statementOf(connection, query.sql);
    const bindings = query.bindings ?? [];
    query.response = statement.reader ? statement.all(bindings) : statement.run(bindings);
    return query;
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
  const together = sharedCommit(() => writerOf(knex));
  return {
    kind: 'sqlite',
    transaction: (work) => withRetry(() => together(work)),
    read: (work) => withRetry(() => knex.transaction((trx) => work(openTables(trx, false, readOnly)))),
    onWork: listeners.on,
    announceWork: async () => listeners.all(),
    migrate: () => migrate(knex, 'sqlite'),
    check: () => checkSqlite(knex),
    close: () => knex.destroy(),
  };
}

/** The one connection, as long as transactions share a commit. Takes the write lock at once: another process then waits instead of failing in the middle. */
async function writerOf(knex: Knex): Promise<Writer<Transaction>> {
  const connection: unknown = await knex.client.acquireConnection();
  const say = async (sql: string): Promise<void> => void (await knex.client.query(connection, { sql, bindings: [], method: 'raw', prepared: true }));
  return {
    begin: () => say('BEGIN IMMEDIATE;'), commit: () => say('COMMIT;'), rollback: () => say('ROLLBACK;'),
    mark: () => say('SAVEPOINT one;'), unmark: () => say('RELEASE one;'),
    backToMark: async () => {
      await say('ROLLBACK TO one;');
      await say('RELEASE one;');
    },
    open: () => {
      let isOpen = true;
      const client = {
        acquireConnection: async () => connection,
        query: (given: unknown, query: object) => {
          if (!isOpen) throw new Error('expected an open transaction, but it is over: what belongs to it must be awaited in it');
          return knex.client.query(given, query);
        },
      };
      return { tx: openTables({ client } as unknown as Knex.Transaction, false, (rows) => rows), end: () => void (isOpen = false) };
    },
    release: () => knex.client.releaseConnection(connection),
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
