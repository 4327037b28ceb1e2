import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskFiles } from '../../storage/files/disk.ts';
import { postgresStore } from '../../storage/stores/postgres.ts';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import type { World } from '../compose.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { openLog, type Log } from '../http/log.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const packages = `${root}/procedures`;

const silent: Log = () => undefined;

/** Opens the database and files that the environment names; `log` only when a server runs. Close the store when done. */
export async function openHouse(change: Partial<Configuration> = {}, options: { readonly log?: boolean } = {}): Promise<World> {
  const configuration = { ...readConfiguration(process.env, root), ...change };
  const postgres = /^postgres(ql)?:\/\//.test(configuration.database);
  if (!postgres) await mkdir(dirname(configuration.database), { recursive: true });
  return {
    configuration,
    store: postgres ? postgresStore(configuration.database) : sqliteStore(configuration.database),
    files: diskFiles(configuration.files),
    log: options.log === true ? openLog() : silent,
    now: () => new Date().toISOString(),
  };
}
