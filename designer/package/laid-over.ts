import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Bench, Edited } from './bench.ts';

/** The last that was said of each. */
const said = new WeakMap<DesignerPackage, { readonly edits: ReadonlyMap<string, Edited>; readonly laid: DesignerPackage }>();

/** The package with the files that are new or gone on the bench; their text is the bench's. The same for the same: what is proven of it is not proven again. */
export const laidOver = (opened: DesignerPackage, { edits }: Bench): DesignerPackage => {
  const before = said.get(opened);
  if (before?.edits === edits) return before.laid;
  const laid = lay(opened, edits);
  said.set(opened, { edits, laid });
  return laid;
};

const lay = (opened: DesignerPackage, edits: Bench['edits']): DesignerPackage => {
  const { files } = opened.draft;
  const isThere = (path: string) => files.some((file) => file.path === path);
  const gone = new Set([...edits].flatMap(([path, { now }]) => (now === '' && isThere(path) ? [path] : [])));
  const added = [...edits].filter(([path, { now }]) => now !== '' && !isThere(path));
  if (gone.size + added.length === 0) return opened;
  const laid = [...files.filter(({ path }) => !gone.has(path)), ...added.map(([path, { now }]) => ({ path, size: now.length, sha256: '', text: true }))];
  return { ...opened, draft: { ...opened.draft, files: laid.toSorted((one, other) => one.path.localeCompare(other.path)) } };
};
