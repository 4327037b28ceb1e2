import createKnex from 'knex';
import type { Knex } from 'knex';
import Postgres from 'knex/lib/dialects/postgres/index.js';
import { migrate, pendingMigrations } from '../migrations/migrate.ts';
import type { Store } from '../store.ts';
import { openTables, withRetry } from './knex-transaction.ts';
import { postgresWake } from './postgres-wake.ts';
import { readOnly } from './read-only.ts';

interface Query {
  readonly sql: string;
  /** Set by knex-rows.ts: text that comes again and again. */
  readonly prepared?: boolean;
}

/** Names of statements that each connection prepares once; text that differs by the length of a list has none. */
const names = new Map<string, string>();
const MOST_NAMES = 500;

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES || sql.includes(' in (')) return known;
  const name = `motcua_${names.size}`;
  names.set(sql, name);
  return name;
}

class Client extends Postgres {
  override _query(connection: unknown, query: Query): Promise<unknown> {
    const name = query.prepared === true ? nameOf(query.sql) : undefined;
    return super._query(connection, name === undefined ? query : { ...query, options: { name } });
  }
}

export interface PostgresOptions {
  /** Connections of this process; default 10. */
  readonly connections?: number;
  /** Milliseconds; a statement that takes longer is given up. Default 10,000. */
  readonly statementTimeout?: number;
  /** Milliseconds to get a connection, so that an outage is told at once. Default 1,500. */
  readonly connectTimeout?: number;
}

export function postgresKnex(url: string, options: PostgresOptions = {}): Knex {
  const connectTimeout = options.connectTimeout ?? 1_500;
  const statementTimeout = options.statementTimeout ?? 10_000;
  return createKnex({
    client: Client as unknown as typeof Knex.Client,
    connection: {
      connectionString: url,
      connectionTimeoutMillis: connectTimeout,
      statement_timeout: statementTimeout,
      // A half-open connection never answers: give up on our side too.
      query_timeout: statementTimeout + 2_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      application_name: 'motcua',
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: options.connections ?? 10, propagateCreateError: true },
    acquireConnectionTimeout: connectTimeout + statementTimeout,
    // Whoever asks for something gets the error; knex would print it besides, to the console.
    log: { warn: ignore, error: ignore, debug: ignore, deprecate: ignore },
  });
}

const ignore = (): void => {};

/** Any number of processes on one database. */
export function postgresStore(url: string, options: PostgresOptions = {}, knex: Knex = postgresKnex(url, options)): Store {
  const wake = postgresWake(url);
  return {
    kind: 'postgres',
    transaction: (work) => withRetry(() => knex.transaction((trx) => work(openTables(trx, true, (rows) => rows)))),
    read: (work) =>
      withRetry(() => knex.transaction((trx) => work(openTables(trx, false, readOnly)), { isolationLevel: 'repeatable read', readOnly: true })),
    onWork: wake.on,
    announceWork: async () => {
      // A missed wake-up only means waiting for the next poll.
      await knex.raw('notify motcua_work').catch(() => undefined);
    },
    migrate: () => migrate(knex, 'postgres'),
    check: () => checkPostgres(knex),
    close: async () => {
      await wake.close();
      await knex.destroy();
    },
  };
}

async function checkPostgres(knex: Knex): Promise<void> {
  const pending = await pendingMigrations(knex);
  if (pending.length > 0) throw new Error(`expected an up-to-date schema, but ${pending.join(', ')} has not run; run \`motcua migrate\``);
  const { rows } = (await knex.raw('show server_encoding')) as { rows: { server_encoding: string }[] };
  if (rows[0]?.server_encoding !== 'UTF8') throw new Error(`expected a database in UTF8, but it is in ${rows[0]?.server_encoding}; create it with ENCODING 'UTF8'`);
}
