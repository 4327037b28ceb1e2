import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import type { Store } from '../../storage/store.ts';
import { postgresKnex, postgresStore } from '../../storage/stores/postgres.ts';
import { sqliteKnex, sqliteStore } from '../../storage/stores/sqlite.ts';
import { createDatabase, dropDatabase, postgresUrl } from '../../storage/testing/postgres.ts';
import { barePostgres, bareSqlite, type Bare } from './bare.ts';

/** An empty database of one kind, seen by the store and, for what a bare transaction takes, by its driver alone. */
export interface Database {
  readonly store: Store;
  readonly knex: Knex;
  bare(): Promise<Bare>;
  drop(): Promise<void>;
}

const sqlite = async (): Promise<Database> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-bench-'));
  const file = path.join(folder, 'bench.db');
  const knex = sqliteKnex(file);
  const store = sqliteStore(file, knex);
  return {
    store, knex, bare: async () => bareSqlite(file),
    drop: async () => {
      await store.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

const postgres = async (): Promise<Database | undefined> => {
  await postgresUrl([]); // As it comes: what is committed is on disk.
  const database = await createDatabase();
  if (!database) return undefined;
  // The million rows are made by one statement, which takes longer than any of the server's may.
  const options = { connections: 16, statementTimeout: 900_000 };
  const knex = postgresKnex(database.url, options);
  const store = postgresStore(database.url, options, knex);
  return {
    store, knex, bare: () => barePostgres(database.url),
    drop: async () => {
      await store.close();
      await dropDatabase(database.name);
    },
  };
};

/** Nothing where there is no such database here. */
export const databases: Readonly<Record<string, () => Promise<Database | undefined>>> = { SQLite: sqlite, PostgreSQL: postgres };
