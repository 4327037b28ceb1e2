import type { DraftPackage } from '../../server/api/designer.ts';

type Hashes = Readonly<Record<string, string>>;

export const hashesOf = (draft: DraftPackage): Hashes => Object.fromEntries(draft.files.map(({ path, sha256 }) => [path, sha256]));

/** What somebody else saved meanwhile, and which of it was edited here too. */
export function meanwhile(before: Hashes, current: Hashes, edited: readonly string[]): { readonly theirs: readonly string[]; readonly both: readonly string[] } {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(current)])].toSorted();
  const theirs = paths.filter((path) => before[path] !== current[path]);
  return { theirs, both: theirs.filter((path) => edited.includes(path)) };
}
