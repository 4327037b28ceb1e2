import type { LocalText } from '../../engine/definition.ts';
import type { Json } from '../../engine/state.ts';
import { readJson, type PackageFiles } from '../../procedures/package-files.ts';
import type { FileStore } from '../../storage/files.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import { NewKey, type KeyTaken } from '../api/designer.ts';
import { ProblemError } from '../http/problem-error.ts';
import { faultsOf } from '../http/validate.ts';
import { namesOf } from '../views/names.ts';
import { keepFiles } from '../library/package-files.ts';
import { draftPackage, nameIn, openPackage } from './draft.ts';
import type { Accepted } from './incoming.ts';
import { keepDraft, type Seen } from './keep-draft.ts';

export interface TakingIn {
  readonly by: string;
  readonly at: string;
  /** Whether it may take the place of the draft of a procedure that is there. */
  readonly replace: boolean;
  /** How the draft must stand for it. */
  readonly seen?: Seen;
}

/** A package from outside becomes the draft of the procedure whose key it has. Throws a ProblemError with the reason when it may not. */
export async function takeIn({ store, files }: { readonly store: Store; readonly files: FileStore }, accepted: Accepted, { by, at, replace, seen = {} }: TakingIn): Promise<{ key: string; revision: number }> {
  if ('fault' in accepted) throw refused(accepted.fault);
  const key = keyOf(accepted.files);
  const content = await keepFiles(files, accepted.files);
  return store.transaction(async (tx) => {
    if (!replace) await mustBeNew(tx, key);
    const open = replace && (seen.revision !== undefined || (await isThere(tx, key))) ? await openPackage(tx, key) : undefined;
    return { key, revision: (await keepDraft(tx, open, seen, { key, files: content, by, at })).revision };
  });
}

export async function mustBeNew(tx: Transaction, key: string): Promise<void> {
  if (!(await isThere(tx, key))) return;
  const open = await openPackage(tx, key);
  const { revision, savedAt, savedBy } = draftPackage(open, await namesOf(tx, [], [open.draft?.updatedBy ?? open.basis?.publishedBy ?? null]));
  throw new ProblemError('key-taken', { current: { key, name: { ...nameIn(open) }, revision, savedAt, savedBy } satisfies KeyTaken as unknown as Json });
}

const isThere = async (tx: Transaction, key: string): Promise<boolean> =>
  (await tx.procedureDrafts.count({ key })) > 0 || (await tx.procedureVersions.count({ key })) > 0;

const refused = (detail: LocalText): ProblemError => new ProblemError('file-refused', { detail });

/** The key that the package's procedure.json gives itself. */
export function keyOf(files: PackageFiles): string {
  const key = procedureIn(files)?.['key'];
  if (typeof key === 'string' && faultsOf(NewKey, key, 'en', 'body').length === 0) return key;
  throw refused({ vi: 'procedure.json trong gói không đọc được, hoặc không có mã thủ tục (key).', en: 'The procedure.json of the package cannot be read, or names no key.' });
}

/** What a package's procedure.json holds, when that is an object. */
export function procedureIn(files: PackageFiles): Readonly<Record<string, unknown>> | undefined {
  const content = files.get('procedure.json');
  const reading = content === undefined ? undefined : readJson('procedure.json', content);
  const value = reading !== undefined && 'value' in reading ? reading.value : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
}
