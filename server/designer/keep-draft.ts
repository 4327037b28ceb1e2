import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureDraftRow } from '../../storage/tables/procedures.ts';
import { ProblemError } from '../http/problem-error.ts';
import { namesOf } from '../views/names.ts';
import { draftPackage, type OpenPackage } from './draft.ts';

/** Keeps files as the next revision of a draft. `open` is how the package stands, nothing when it is new. Throws revision-conflict when it stands at another revision than was `seen`. */
export async function keepDraft(
  tx: Transaction, open: OpenPackage | undefined, seen: number | undefined, { key, files, by, at }: { readonly key: string; readonly files: ProcedureDraftRow['files']; readonly by: string; readonly at: string },
): Promise<{ revision: number; savedAt: string }> {
  if (open !== undefined && seen !== undefined && open.revision !== seen) {
    const names = await namesOf(tx, [], [open.draft?.updatedBy ?? null, open.basis?.publishedBy ?? null]);
    throw new ProblemError('revision-conflict', { current: draftPackage(open, names) as unknown as Json });
  }
  const revision = (open?.revision ?? 0) + 1;
  const row = { key, files, revision, base: open?.draft?.base ?? open?.basis?.hash ?? null, updatedAt: at, updatedBy: by };
  const kept = open?.draft === undefined ? await tx.procedureDrafts.insertIfAbsent(row) : (await tx.procedureDrafts.update({ key, revision: open.revision }, row)) === 1;
  if (!kept) throw new ProblemError('revision-conflict');
  return { revision, savedAt: at };
}
