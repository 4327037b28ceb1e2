import type { Knex } from 'knex';
import { inWords } from './session.ts';
import type { Response, Session, Statement } from './session.ts';

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

const none: Response['rows'] = [];

/** The driver does it at once; whoever watches knex hears of it before. */
export function run(knex: Knex, connection: Connection, statement: Statement): Response {
  knex.client.emit('query', statement);
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
export function sessionOf(knex: Knex, connection: Connection): { readonly session: Session; end(): Error | undefined } {
  let isOpen = true;
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
  return {
    session: { dialect: 'sqlite', locks: false, run: within, send: within },
    end: () => {
      isOpen = false;
      return lost;
    },
  };
}
