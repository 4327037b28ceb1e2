import type { Knex } from 'knex';
import type { Client } from 'pg';
import type { Transaction } from '../store.ts';
import { openTables } from './knex-transaction.ts';
import { speaker } from './postgres-journey.ts';
import type { Done } from './postgres-journey.ts';
import type { Session, Statement } from './session.ts';

export interface Kind {
  readonly begin: 'begin' | 'begin isolation level repeatable read read only';
  readonly locks: boolean;
  readonly wrap?: Parameters<typeof openTables>[1];
}

/**
 * One transaction on a connection that is in pipeline mode: statements are sent as they come, answers arrive in their order, and
 * only who asks something waits. A write that fails makes all after it fail, so that the commit, which is sent behind it, cannot keep anything.
 */
export async function within<Result>(knex: Knex, { begin, locks, wrap }: Kind, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const connection = (await knex.client.acquireConnection()) as Client;
  const speak = speaker(connection);
  let isOpen = true;
  let isOver = false;
  let failed: { readonly reason: unknown } | undefined;

  const ask = async (statement: Statement): Promise<Done> => {
    knex.client.emit('query', statement);
    try {
      return await speak(statement);
    } catch (error) {
      // Those behind the first only say that the transaction is broken.
      failed ??= { reason: error };
      throw failed.reason;
    }
  };
  const plain = (sql: string): Promise<Done> => ask({ sql, bindings: [], table: '' });
  const open = (statement: Statement): Promise<Done> => {
    if (isOpen) return ask(statement);
    throw new Error('expected an open transaction, but it is over: what belongs to it must be awaited in it');
  };
  const session: Session = { dialect: 'postgres', locks, ask: open, write: open, send: (statement) => void open(statement).catch(ignore) };

  try {
    plain(begin).catch(ignore);
    const result = await work(openTables(session, wrap));
    isOpen = false;
    const { command } = await plain('commit');
    isOver = true;
    if (command === 'COMMIT') return result;
    throw failed?.reason ?? new Error(`expected the transaction to be kept, but the database answered ${command}`);
  } catch (error) {
    isOpen = false;
    // What goes with a write that fails is passed over: then it is said again, alone.
    if (!isOver) await plain('rollback').catch(() => plain('rollback')).catch(ignore);
    throw error;
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

/** One statement outside of a transaction. */
export async function say(knex: Knex, sql: string): Promise<void> {
  const connection = (await knex.client.acquireConnection()) as Client;
  try {
    await connection.query(sql);
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

const ignore = (): void => {};
