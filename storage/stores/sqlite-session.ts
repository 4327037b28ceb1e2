import type { Knex } from 'knex';
import { inWords } from './session.ts';
import type { Response, Session, Statement } from './session.ts';
import { Remembered } from './remembered.ts';
import type { Ending } from './shared-commit.ts';

interface Prepared {
  readonly reader: boolean;
  all(bindings: readonly unknown[]): unknown[][];
  /** Rows come as lists. */
  raw(): Prepared;
  run(bindings: readonly unknown[]): { readonly changes: number };
}

/** The driver's. */
export interface Connection {
  readonly inTransaction: boolean;
  pragma(text: string): unknown;
  prepare(sql: string): Prepared;
}

/** Statements of each connection; how many differ is bounded by the program, but for the lengths of lists. */
const statements = new WeakMap<Connection, Map<string, Prepared>>();
const MOST_STATEMENTS = 500;

function preparedOf(connection: Connection, sql: string): Prepared {
  let own = statements.get(connection);
  if (own === undefined) statements.set(connection, (own = new Map()));
  const known = own.get(sql);
  if (known !== undefined) return known;
  if (own.size > MOST_STATEMENTS) own.clear();
  const plain = connection.prepare(sql);
  const prepared = plain.reader ? plain.raw() : plain;
  own.set(sql, prepared);
  return prepared;
}

interface Memory {
  readonly remembered: Remembered;
  seen: string;
}

const memories = new WeakMap<Connection, Memory>();

/** How much this connection has written, and which of the other connections' writing it sees: one question, in a transaction. */
const counts = 'select total_changes(), data_version from pragma_data_version';
const countsOf = (connection: Connection): string => preparedOf(connection, counts).all([]).join();

/** What the connection remembers, in a transaction that has just begun: nothing when it was written past it since `memorised`. */
export function memoryOf(connection: Connection): Remembered {
  let memory = memories.get(connection);
  if (memory === undefined) memories.set(connection, (memory = { remembered: new Remembered(), seen: '' }));
  const now = countsOf(connection);
  if (memory.seen !== now) memory.remembered.forget();
  memory.seen = now;
  return memory.remembered;
}

/** All that was written so far is in it; to be said before the commit. */
export function memorised(connection: Connection): void {
  const memory = memories.get(connection);
  if (memory !== undefined) memory.seen = countsOf(connection);
}

const none: Response['rows'] = [];

/** The driver does it at once; whoever watches knex hears of it before. */
export function run(knex: Knex, connection: Connection, statement: Statement): Response {
  if (knex.listenerCount('query') > 0) knex.emit('query', statement);
  try {
    const prepared = preparedOf(connection, statement.sql);
    if (!prepared.reader) return { rows: none, changes: prepared.run(statement.bindings).changes };
    return { rows: prepared.all(statement.bindings), changes: 0 };
  } catch (error) {
    throw inWords(error, statement);
  }
}

/**
 * What one transaction does; refuses everything once `end` was called. On some errors, such as a full disk, SQLite takes the whole
 * transaction back by itself, and what came then would be written alone: from there on everything is refused with that error, which `end` gives back.
 */
export function sessionOf(knex: Knex, connection: Connection, remembered?: Remembered): { readonly session: Session; end(): Ending } {
  let isOpen = true;
  let wrote = false;
  let lost: Error | undefined;
  const within = (statement: Statement): Response => {
    if (!isOpen) throw new Error('expected an open transaction, but it is over: what belongs to it must be awaited in it');
    if (lost) throw lost;
    try {
      return run(knex, connection, statement);
    } catch (error) {
      if (!connection.inTransaction) lost = error as Error;
      throw error;
    }
  };
  const write = (statement: Statement): Response => {
    wrote = true;
    return within(statement);
  };
  return {
    session: {
      dialect: 'sqlite', locks: false, ask: within, write, send: write,
      get remembered() {
        return isOpen && lost === undefined ? remembered : undefined;
      },
    },
    end: () => {
      isOpen = false;
      return { wrote, lost };
    },
  };
}
