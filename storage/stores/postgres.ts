import createKnex from 'knex';
import type { Knex } from 'knex';
import { migrate, pendingMigrations } from '../migrations/migrate.ts';
import type { Store } from '../store.ts';
import { announcing } from './announcing.ts';
import { withRetry } from './knex-transaction.ts';
import { say, within } from './postgres-session.ts';
import type { Kind } from './postgres-session.ts';
import { postgresWake } from './postgres-wake.ts';
import { readOnly } from './read-only.ts';

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
    client: 'pg',
    connection: {
      connectionString: url,
      connectionTimeoutMillis: connectTimeout,
      statement_timeout: statementTimeout,
      // A half-open connection never answers: give up on our side too.
      query_timeout: statementTimeout + 2_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      application_name: 'motcua',
      // Statements are sent without waiting for the answer to those before them.
      pipeline: true,
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
  const announced = inOneGo((tables) => say(knex, `notify motcua_work, '${[...tables].join(' ')}'`));
  return {
    kind: 'postgres',
    transaction: async (work) => {
      const made = new Set<string>();
      const wrap: Kind['wrap'] = (rows, shape) => announcing(rows, shape, made);
      const result = await withRetry(() => within(knex, { begin: 'begin', locks: true, wrap }, work));
      announced.say(made);
      return result;
    },
    read: (work) => withRetry(() => within(knex, { begin: 'begin isolation level repeatable read read only', locks: false, wrap: readOnly }, work)),
    onWork: wake.on,
    migrate: () => migrate(knex, 'postgres'),
    check: () => checkPostgres(knex),
    close: async () => {
      await announced.done();
      await wake.close();
      await knex.destroy();
    },
  };
}

/** Says in which tables there is work behind the caller's back; what comes meanwhile is said at once afterwards. What is lost only means waiting for the next poll. */
function inOneGo(say: (tables: ReadonlySet<string>) => Promise<unknown>): { say(tables: ReadonlySet<string>): void; done(): Promise<void> } {
  let saying: Promise<void> | undefined;
  let unsaid = new Set<string>();
  const run = async (): Promise<void> => {
    while (unsaid.size > 0) {
      const now = unsaid;
      unsaid = new Set();
      await say(now).catch(ignore);
    }
    saying = undefined;
  };
  return {
    say: (tables) => {
      for (const table of tables) unsaid.add(table);
      if (unsaid.size > 0) saying ??= run();
    },
    done: async () => saying,
  };
}

async function checkPostgres(knex: Knex): Promise<void> {
  const pending = await pendingMigrations(knex);
  if (pending.length > 0) throw new Error(`expected an up-to-date schema, but ${pending.join(', ')} has not run; run \`motcua migrate\``);
  const { rows } = (await knex.raw('show server_encoding')) as { rows: { server_encoding: string }[] };
  if (rows[0]?.server_encoding !== 'UTF8') throw new Error(`expected a database in UTF8, but it is in ${rows[0]?.server_encoding}; create it with ENCODING 'UTF8'`);
}
