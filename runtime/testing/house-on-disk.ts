import fs from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';
import { sqliteKnex, sqliteStore } from '../../storage/stores/sqlite.ts';
import type { Store } from '../../storage/store.ts';

/** What a process leaves behind that is killed now: the database and its log, as they are in the system's cache. */
export function leaveBehind(file: string, to: string): void {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  for (const suffix of ['', '-wal']) if (fs.existsSync(file + suffix)) fs.copyFileSync(file + suffix, to + suffix);
}

/** A store on a file, with the word of every statement before it is sent, commits included. */
export function watchedSqlite(file: string, beforeStatement: (sql: string) => void): { readonly store: Store; readonly knex: Knex } {
  const knex = sqliteKnex(file);
  knex.on('query', ({ sql }: { sql: string }) => beforeStatement(sql));
  return { store: sqliteStore(file, knex), knex };
}
