import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskFiles } from '../../storage/files/disk.ts';
import { postgresStore } from '../../storage/stores/postgres.ts';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import type { World } from '../compose.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { openLog, type Log } from '../http/log.ts';
import { UsageError } from './command.ts';
import { reasonOf } from './given-file.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const packages = `${root}/procedures`;

const silent: Log = () => undefined;

/**
 * Opens the database and files that the environment names; `log` only when a server runs. With `existing` nothing is made where there
 * is no database yet. Close the store when done.
 */
export async function openHouse(change: Partial<Configuration> = {}, options: { readonly log?: boolean; readonly existing?: true } = {}): Promise<World> {
  const configuration = { ...readConfiguration(process.env, root), ...change };
  const postgres = /^postgres(ql)?:\/\//.test(configuration.database);
  if (!postgres) await expectSqlite(configuration.database, options.existing === true);
  return {
    configuration,
    store: postgres ? postgresStore(configuration.database) : sqliteStore(configuration.database),
    files: diskFiles(configuration.files),
    log: options.log === true ? openLog() : silent,
    now: () => new Date().toISOString(),
  };
}

/** A file that is no database must not be written over: SQLite takes a short one for an empty database. */
async function expectSqlite(path: string, isThere: boolean): Promise<void> {
  const refuse = (why: string): never => {
    throw new UsageError(`expected MOTCUA_DATABASE (${path}) to be a file of SQLite, a new file or a postgres:// address, but ${why}`);
  };
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : refuse(reasonOf(error))));
  if (isThere && (facts === undefined || (facts.isFile() && facts.size === 0))) {
    throw new UsageError(`expected a database at MOTCUA_DATABASE (${path}), but there is none yet: motcua serve or motcua migrate makes one`);
  }
  if (facts === undefined) return void await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => refuse(reasonOf(error)));
  if (!facts.isFile()) refuse('it is no file');
  if (facts.size === 0) return;
  const handle = await open(path).catch((error: unknown) => refuse(reasonOf(error)));
  const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0).finally(() => handle.close());
  if (buffer.toString('latin1') !== 'SQLite format 3\0') refuse('it holds something else');
}
