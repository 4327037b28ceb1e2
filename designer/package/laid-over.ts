import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Bench } from './bench.ts';

/** The last that was said of each. */
const said = new WeakMap<DesignerPackage, { readonly bench: Bench; readonly laid: DesignerPackage }>();

/** The package with the files that are new or gone on the bench; their text is the bench's. The same for the same: what is proven of it is not proven again. */
export const laidOver = (opened: DesignerPackage, bench: Bench): DesignerPackage => {
  const before = said.get(opened);
  if (before?.bench === bench) return before.laid;
  const laid = lay(opened, bench);
  said.set(opened, { bench, laid });
  return laid;
};

const lay = (opened: DesignerPackage, { edits }: Bench): DesignerPackage => {
  const changed = [...edits].filter(([, { origin, now }]) => (origin === '') !== (now === ''));
  if (changed.length === 0) return opened;
  const gone = new Set(changed.filter(([, { now }]) => now === '').map(([path]) => path));
  const added = changed.filter(([path, { now }]) => now !== '' && !opened.draft.files.some((file) => file.path === path));
  const files = [...opened.draft.files.filter(({ path }) => !gone.has(path)), ...added.map(([path, { now }]) => ({ path, size: now.length, sha256: '', text: true }))];
  return { ...opened, draft: { ...opened.draft, files: files.toSorted((one, other) => one.path.localeCompare(other.path)) } };
};
