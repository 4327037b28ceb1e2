import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Bench } from './bench.ts';

/** The package with the files that are new or gone on the bench; their text is the bench's. */
export const laidOver = (opened: DesignerPackage, { edits }: Bench): DesignerPackage => {
  const changed = [...edits].filter(([, { origin, now }]) => (origin === '') !== (now === ''));
  if (changed.length === 0) return opened;
  const gone = new Set(changed.filter(([, { now }]) => now === '').map(([path]) => path));
  const added = changed.filter(([path, { now }]) => now !== '' && !opened.draft.files.some((file) => file.path === path));
  const files = [...opened.draft.files.filter(({ path }) => !gone.has(path)), ...added.map(([path, { now }]) => ({ path, size: now.length, sha256: '', text: true }))];
  return { ...opened, draft: { ...opened.draft, files: files.toSorted((one, other) => one.path.localeCompare(other.path)) } };
};
