import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Store } from '../store.ts';
import { memoryStore } from '../stores/memory.ts';
import { postgresStore } from '../stores/postgres.ts';
import { sqliteStore } from '../stores/sqlite.ts';
import { endOnSignals } from './end-on-signals.ts';
import { createDatabase, dropDatabase } from './postgres.ts';

/** A migrated, empty store, and how to leave nothing behind. */
export interface Opened {
  readonly store: Store;
  readonly drop: () => Promise<void>;
}

/** One way of opening a store; null where there is no such database here. */
export interface Way {
  readonly kind: Store['kind'];
  readonly open: () => Promise<Opened | null>;
}

const memory: Way = {
  kind: 'memory',
  open: async () => ({ store: memoryStore(), drop: async () => {} }),
};

/** Migrations run once in a process; each store begins as a copy of what they give. */
let migratedFile: Promise<string> | undefined;

const migrateFile = async (): Promise<string> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-migrated-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  endOnSignals();
  const file = path.join(folder, 'migrated.db');
  const store = sqliteStore(file);
  await store.migrate();
  await store.close();
  return file;
};

const sqlite: Way = {
  kind: 'sqlite',
  open: async () => {
    const migrated = await (migratedFile ??= migrateFile());
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-sqlite-'));
    const file = path.join(folder, 'test.db');
    fs.copyFileSync(migrated, file);
    const store = sqliteStore(file);
    return {
      store,
      drop: async () => {
        await store.close();
        fs.rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

let migratedDatabase: Promise<string | undefined> | undefined;

const migrateDatabase = async (): Promise<string | undefined> => {
  const database = await createDatabase();
  if (database === null) return undefined;
  const store = postgresStore(database.url);
  await store.migrate();
  await store.close();
  return database.name;
};

const postgres: Way = {
  kind: 'postgres',
  open: async () => {
    // On a server that is not ours the one to copy would be left behind.
    const migrated = process.env['TEST_PG_URL'] === undefined ? await (migratedDatabase ??= migrateDatabase()) : undefined;
    const database = await createDatabase(migrated);
    if (database === null) return null;
    const store = postgresStore(database.url);
    if (migrated === undefined) await store.migrate();
    return {
      store,
      drop: async () => {
        await store.close();
        await dropDatabase(database.name);
      },
    };
  },
};

export const ways: readonly Way[] = [memory, sqlite, postgres];

/** Runs a suite once for every kind of store; skips, loudly, a kind that is not there. */
export function onEveryStore(title: string, suite: (store: () => Store) => void): void {
  for (const way of ways) {
    describe(`${title} (${way.kind})`, () => {
      let opened: Opened | null = null;
      before(async function () {
        this.timeout(60_000);
        opened = await way.open();
        if (opened === null) this.skip();
      });
      after(async () => opened?.drop());
      suite(() => {
        if (opened === null) throw new Error('expected the store to be open');
        return opened.store;
      });
    });
  }
}
