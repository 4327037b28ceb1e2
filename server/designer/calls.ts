import { calledPackages, takenAlong } from '../../procedures/called.ts';
import type { DrawnCall } from '../../procedures/drawn-calls.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PackageFile, ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import type { Calls } from '../api/calls.ts';
import { nameIn, type OpenPackage } from './draft.ts';

type Called = Calls['procedures'][number];
type Kept = Readonly<Record<string, PackageFile>>;

/** The other procedures that are called, with the versions that the caller has of them. */
export async function calledProcedures(tx: Transaction, { files, published, draft }: OpenPackage, calls: readonly DrawnCall[]): Promise<Called[]> {
  const found: Called[] = [];
  for (const key of new Set(calls.flatMap(({ called }) => called ?? []))) {
    const versions = await tx.procedureVersions.find({ key }, { order: [['number', 'desc']] });
    const offered = versions.find(({ offered: is }) => is);
    if (offered === undefined) continue;
    const callers = calls.filter(({ called }) => called === key);
    const [fixed] = callers.flatMap(({ binding }) => (typeof binding === 'number' ? [binding] : []));
    const numberIn = (kept: Kept | undefined): number | null => (kept === undefined ? null : takenFrom(kept, key, versions)?.number ?? null);
    found.push({
      key, name: nameIn({ key, files: offered.files }), callers: callers.map(({ element, name }) => ({ element, name })),
      fixed: fixed ?? null, live: numberIn(published?.files), draft: draft === undefined ? null : numberIn(files),
      next: fixed === undefined ? offered.number : versions.find(({ number }) => number === fixed)?.number ?? null,
    });
  }
  return found;
}

/** The version of which a package has taken along just these files. */
function takenFrom(kept: Kept, key: string, versions: readonly ProcedureVersionRow[]): ProcedureVersionRow | undefined {
  const taken = calledPackages(new Map(Object.entries(kept))).get(key);
  return taken === undefined ? undefined : versions.find(({ files }) => mark(takenAlong(new Map(Object.entries(files)))) === mark(taken));
}

const mark = (files: ReadonlyMap<string, PackageFile>): string =>
  JSON.stringify([...files].map(([path, file]) => [path, 'text' in file ? file.text : file.sha256]).toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)));
