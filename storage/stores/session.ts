import type { Dialect } from '../migrations/migration.ts';
import { AlreadyThere, notOne } from '../table.ts';
import type { Remembered } from './remembered.ts';
import type { Bindings } from './sql-where.ts';

/** What a driver gives back: rows, as values in the order that was asked for, and, for a write, how many were changed. */
export interface Response {
  readonly rows: readonly (readonly unknown[])[];
  readonly changes: number;
}

/** SQL with `?` for each binding, as text that comes again and again, of one table. */
export interface Statement {
  readonly sql: string;
  readonly bindings: Readonly<Bindings>;
  /** As it is called in code. */
  readonly table: string;
}

/** One transaction on one connection; statements are done in the order in which they are given. */
export interface Session {
  readonly dialect: Dialect;
  /** Whether rows can be held: neither where one writer has the whole database anyway, nor while only reading. */
  readonly locks: boolean;
  /** What was answered before and still holds, where that can be known; statements are then done at once. */
  readonly remembered?: Remembered | undefined;
  ask(statement: Statement): Response | Promise<Response>;
  write(statement: Statement): Response | Promise<Response>;
  /** Writes, and waits for nothing where the database is far away: when it fails, so does what comes after it, the commit at the latest. */
  send(statement: Statement): void;
}

/** SQLite and PostgreSQL say "unique" like this. */
const TAKEN = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);
/** How PostgreSQL says that an update found no row; see `setOne`. */
const NOT_ONE = '22012';

/** A driver's error in the words of the port, where it has any. */
export function inWords(error: unknown, { table }: Statement): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (TAKEN.has(code)) return new AlreadyThere(table, { cause: error });
  return code === NOT_ONE ? notOne(table) : error;
}
