import { adoptedFile, readAdopted, type Adopted } from '../../../procedures/adopted.ts';
import type { Transaction } from '../../../storage/store.ts';
import type { ProcedureVersionRow } from '../../../storage/tables/procedures.ts';
import type { Adoption } from '../../api/adoption.ts';
import { nameIn, type OpenPackage } from '../draft.ts';
import { updatesOf } from './merge.ts';
import { fileIn, type Files } from './own-places.ts';

/** What a package says it was adopted from. */
export function adoptedOf(files: Files): Adopted | undefined {
  const file = fileIn(files, adoptedFile);
  return file !== undefined && 'text' in file ? readAdopted(file.text) : undefined;
}

/** A version of the source; nothing when this house does not have it, as for a package that came from elsewhere. */
export const sourceVersion = (tx: Transaction, { from, version }: Adopted): Promise<ProcedureVersionRow | undefined> => tx.procedureVersions.first({ key: from, hash: version });

/** How an adopted package stands to its source; null when it was not adopted. */
export async function adoptionOf(tx: Transaction, open: OpenPackage): Promise<Adoption['adopted']> {
  const adopted = adoptedOf(open.files);
  if (adopted === undefined) return null;
  const taken = await sourceVersion(tx, adopted);
  const offered = await tx.procedureVersions.first({ key: adopted.from, offered: true });
  const isNewer = taken !== undefined && offered !== undefined && taken.hash !== offered.hash;
  return {
    from: adopted.from, name: nameIn({ key: adopted.from, files: (offered ?? taken)?.files ?? {} }),
    taken: told(taken), offered: told(offered), updates: isNewer ? updatesOf({ base: taken.files, theirs: offered.files, mine: open.files }).map((update) => ({ ...update, kept: [...update.kept] })) : [],
  };
}

const told = (row: ProcedureVersionRow | undefined) => (row === undefined ? null : { hash: row.hash, number: row.number, publishedAt: row.publishedAt, note: row.note });
