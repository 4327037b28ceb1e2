import type { Knex } from 'knex';
import type { Client } from 'pg';
import type { Transaction } from '../store.ts';
import { openTables } from './knex-transaction.ts';
import { inWords } from './session.ts';
import type { Response, Session, Statement } from './session.ts';

/** How the driver takes a statement whose text comes again: `$1` for each binding, and a name under which the server keeps it prepared. */
interface Spoken {
  readonly text: string;
  readonly name?: string;
}

/** Text that differs by the length of a long list has no name: a server keeps what it prepares. */
const spoken = new Map<string, Spoken>();
const MOST_NAMES = 500;
const LONG_LIST = / in \((\?, ){4}/;

function spokenOf(sql: string): Spoken {
  const known = spoken.get(sql);
  if (known !== undefined) return known;
  let number = 0;
  const text = sql.replaceAll('?', () => `$${(number += 1)}`);
  if (spoken.size >= MOST_NAMES || LONG_LIST.test(sql)) return { text };
  const own = { text, name: `motcua_${spoken.size}` };
  spoken.set(sql, own);
  return own;
}

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
  const gather = gathering((connection as unknown as Wired).connection.stream);
  let isOpen = true;
  let failed: { readonly reason: unknown } | undefined;

  const ask = async (statement: Statement): Promise<Response & { readonly command: string }> => {
    knex.client.emit('query', statement);
    gather();
    try {
      const { rows, rowCount, command } = await connection.query({ ...spokenOf(statement.sql), values: statement.bindings as never, rowMode: 'array' });
      return { rows, changes: rowCount ?? 0, command };
    } catch (error) {
      // Those behind the first only say that the transaction is broken.
      failed ??= { reason: inWords(error, statement) };
      throw failed.reason;
    }
  };
  const plain = (sql: string): ReturnType<typeof ask> => ask({ sql, bindings: [], table: '' });
  const open = (statement: Statement): ReturnType<typeof ask> => {
    if (isOpen) return ask(statement);
    throw new Error('expected an open transaction, but it is over: what belongs to it must be awaited in it');
  };
  const session: Session = { dialect: 'postgres', locks, run: open, send: (statement) => void open(statement).catch(ignore) };

  try {
    plain(begin).catch(ignore);
    const result = await work(openTables(session, wrap));
    isOpen = false;
    const { command } = await plain('commit');
    if (command === 'COMMIT') return result;
    throw failed?.reason ?? new Error(`expected the transaction to be kept, but the database answered ${command}`);
  } catch (error) {
    if (isOpen) {
      isOpen = false;
      await plain('rollback').catch(ignore);
    }
    throw error;
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

/** Where the driver writes to. */
interface Wired {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/** What is said before anything is waited for goes to the server in one piece: a call of the system for each statement costs more than writing it. */
function gathering(stream: Wired['connection']['stream']): () => void {
  let held = false;
  return () => {
    if (held) return;
    held = true;
    stream.cork();
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };
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
