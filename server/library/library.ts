import { loadPackage } from '../../procedures/load.ts';
import type { FileStore } from '../../storage/files.ts';
import { sha256 } from '../../storage/sha256.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import type { Systems } from '../outside/systems.ts';
import { packageFiles } from './package-files.ts';
import { UnreadableVersion, type Library, type Package } from './package.ts';
import { runnable, type Here } from './runnable.ts';

/** When a version that cannot be read is tried again though its row is the same: its other files may be back. */
const againMs = 30_000;

/** Versions as they stand in the database, and which of their connectors reach a system that is known here; their binary files in the blob store. */
export function openLibrary(files: FileStore, now: () => string, systems: Systems): Library {
  const read = new Map<string, Promise<Package>>();
  // Reading takes long, and a word to everybody asks for every version: what cannot be read is not tried at each.
  const failed = new Map<string, { readonly error: UnreadableVersion; readonly files: string; readonly until: number }>();
  const open = (row: ProcedureVersionRow): Promise<Package> => {
    const known = read.get(row.hash);
    if (known !== undefined) return known;
    const last = failed.get(row.hash);
    const content = sha256(JSON.stringify(row.files));
    if (last !== undefined && last.files === content && performance.now() < last.until) return Promise.reject(last.error);
    const reading = readVersion(files, row, { now, systems });
    read.set(row.hash, reading);
    reading.then(() => failed.delete(row.hash), (error: unknown) => {
      read.delete(row.hash);
      if (error instanceof UnreadableVersion) failed.set(row.hash, { error, files: content, until: performance.now() + againMs });
    });
    return reading;
  };
  const version = async (tx: Transaction, hash: string): Promise<Package | undefined> => {
    if (read.has(hash)) return read.get(hash);
    const row = await tx.procedureVersions.first({ hash });
    return row === undefined ? undefined : open(row);
  };
  return {
    version,
    async published(tx) {
      const all = await Promise.all((await inForce(tx, {}, now())).map((hash) => version(tx, hash).catch(orUnreadable)));
      return { readable: all.flatMap((each) => (each === undefined || each instanceof Error ? [] : [each])), unreadable: all.filter((each) => each instanceof Error) };
    },
    async current(tx, key) {
      const [hash] = await inForce(tx, { key }, now());
      return hash === undefined ? undefined : version(tx, hash);
    },
    async listed(tx, hash) {
      const pack = await version(tx, hash).catch(orUnreadable);
      return pack instanceof Error ? undefined : pack;
    },
  };
}

/** In order of their keys, the hash of the version of each procedure that is to be followed at this instant: one whose day has come counts before the worker has offered it. */
async function inForce(tx: Transaction, which: { readonly key?: string }, at: string): Promise<string[]> {
  // Counted, not found: the files of every procedure are not read from the database for a word that begins none.
  const rows = await tx.procedureVersions.tally({ ...which, any: [{ offered: true }, { offeredFrom: { lte: at } }] }, ['key', 'offeredFrom', 'number', 'hash'], {});
  // What has none began to be offered before any whose day has come since.
  const [came, due] = [rows.filter(({ offeredFrom }) => offeredFrom === null), rows.filter(({ offeredFrom }) => offeredFrom !== null)];
  return [...new Map([...came, ...due].map(({ key, hash }) => [key, hash])).entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, hash]) => hash);
}

const orUnreadable = (error: unknown): UnreadableVersion => {
  if (error instanceof UnreadableVersion) return error;
  throw error;
};

async function readVersion(files: FileStore, row: ProcedureVersionRow, here: Here): Promise<Package> {
  const content = await packageFiles(files, row.files).catch((error: unknown) => {
    throw new UnreadableVersion(row, error instanceof Error ? error.message : String(error));
  });
  const loading = await loadPackage(content);
  if (!('package' in loading)) throw new UnreadableVersion(row, loading.findings[0]?.message ?? 'it is not');
  const { files: _, ...version } = row;
  return { ...loading.package, hash: row.hash, version, runnable: runnable(loading.package, row.hash, here) };
}
