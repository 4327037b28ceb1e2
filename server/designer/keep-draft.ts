import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureDraftRow } from '../../storage/tables/procedures.ts';
import { ProblemError } from '../http/problem-error.ts';
import { namesOf } from '../views/names.ts';
import { draftPackage, savedAtOf, type OpenPackage } from './draft.ts';

/** How a draft stood when somebody looked at it; what is left out is not asked for. */
export interface Seen {
  readonly revision?: number;
  readonly savedAt?: string;
}

/** As it is given in the address. */
export const seenIn = ({ revision, savedAt }: { readonly revision?: string; readonly savedAt?: string }): Seen => ({
  ...(revision !== undefined && { revision: Number(revision) }), ...(savedAt !== undefined && { savedAt }),
});

/** How it stands, to be asked for again. */
export const standing = (open: OpenPackage): Seen => ({ revision: open.revision, savedAt: savedAtOf(open) });

/** Throws revision-conflict, with how the draft stands now, when it does not stand as it was seen: what another did meanwhile is never written over unseen. */
export async function mustStandAsSeen(tx: Transaction, open: OpenPackage, { revision = open.revision, savedAt = savedAtOf(open) }: Seen): Promise<void> {
  if (open.revision === revision && savedAtOf(open) === savedAt) return;
  const names = await namesOf(tx, [], [open.draft?.updatedBy ?? null, open.basis?.publishedBy ?? null]);
  throw new ProblemError('revision-conflict', { current: draftPackage(open, names) as unknown as Json });
}

/** Keeps files as the next revision of a draft. `open` is how the package stands, nothing when it is new; it must stand as it was `seen`. */
export async function keepDraft(
  tx: Transaction, open: OpenPackage | undefined, seen: Seen, { key, files, by, at }: { readonly key: string; readonly files: ProcedureDraftRow['files']; readonly by: string; readonly at: string },
): Promise<{ revision: number; savedAt: string }> {
  if (open !== undefined) await mustStandAsSeen(tx, open, seen);
  const revision = (open?.revision ?? 0) + 1;
  const row = { key, files, revision, base: open?.draft?.base ?? open?.basis?.hash ?? null, updatedAt: at, updatedBy: by };
  const kept = open?.draft === undefined ? await tx.procedureDrafts.insertIfAbsent(row) : (await tx.procedureDrafts.update({ key, revision: open.revision }, row)) === 1;
  if (!kept) throw new ProblemError('revision-conflict');
  return { revision, savedAt: at };
}
