import { compile } from '../../forms/compile.ts';
import { validate } from '../../forms/validate.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import type { FileStore } from '../../storage/files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import { packageFiles } from './package-files.ts';
import type { Library, Package } from './package.ts';

/** Versions as they stand in the database, their binary files in the blob store. */
export function openLibrary(files: FileStore, now: () => string): Library {
  const read = new Map<string, Promise<Package>>();
  const open = (row: ProcedureVersionRow): Promise<Package> => {
    const known = read.get(row.hash);
    if (known !== undefined) return known;
    const reading = readVersion(files, row, now);
    read.set(row.hash, reading);
    reading.catch(() => read.delete(row.hash));
    return reading;
  };
  return {
    async published(tx) {
      return Promise.all((await inForce(tx, {}, now())).map(open));
    },
    async current(tx, key) {
      const [row] = await inForce(tx, { key }, now());
      return row === undefined ? undefined : open(row);
    },
    async version(tx, hash) {
      if (read.has(hash)) return read.get(hash);
      const row = await tx.procedureVersions.first({ hash });
      return row === undefined ? undefined : open(row);
    },
  };
}

/** By key, the version of each procedure that is to be followed at this instant: one whose day has come counts before the worker has offered it. */
async function inForce(tx: Transaction, which: { readonly key?: string }, at: string): Promise<ProcedureVersionRow[]> {
  const rows = await tx.procedureVersions.find({ ...which, any: [{ offered: true }, { offeredFrom: { lte: at } }] }, { order: [['key', 'asc'], ['offeredFrom', 'asc'], ['number', 'asc']] });
  // What has none began to be offered before any whose day has come since.
  const [came, due] = [rows.filter(({ offeredFrom }) => offeredFrom === null), rows.filter(({ offeredFrom }) => offeredFrom !== null)];
  return [...new Map([...came, ...due].map((row) => [row.key, row])).values()];
}

async function readVersion(files: FileStore, row: ProcedureVersionRow, now: () => string): Promise<Package> {
  const loading = await loadPackage(await packageFiles(files, row.files));
  if (!('package' in loading)) throw new Error(`expected version ${row.hash} of ${row.key} to be readable, but ${loading.findings[0]?.message ?? 'it is not'}`);
  const { files: _, ...version } = row;
  return { ...loading.package, hash: row.hash, version, runnable: runnable(loading.package, row.hash, now) };
}

/** What the runtime needs of a version. Its form check is the last one; routes judge before it, in the reader's language. */
function runnable({ procedure, definition, environment, forms }: LoadedProcedure, hash: string, now: () => string): RunnableProcedure {
  const application = forms.get(procedure.forms.application);
  return {
    key: procedure.key, hash, name: procedure.shortName, definition, environment, timeLimit: procedure.timeLimit.limit, ...(procedure.dueSoon !== undefined && { dueSoon: procedure.dueSoon }),
    ...(procedure.office && { office: procedure.office.unit }),
    settle: (answer) => (application === undefined ? answer : validate(application, compile(application), answer, { at: now() }).value),
    check: (name, answer) => {
      const form = name === 'application' ? application : forms.get(name);
      return form === undefined ? [] : validate(form, compile(form), answer, { at: now() }).errors.map(({ path, message }) => ({ path, message: message.vi }));
    },
  };
}
