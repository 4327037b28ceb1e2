import type { LocalText } from '../../engine/definition.ts';
import { readJson } from '../../procedures/package-files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PackageFile, ProcedureDraftRow, ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import type { DraftPackage, VersionView } from '../api/designer.ts';
import { hashOf } from '../session/secrets.ts';
import type { Names } from '../views/names.ts';
import { notFound } from '../http/problem-error.ts';

/** What the designer has open: the draft, or the published files before a draft was made (revision 0). */
export interface OpenPackage {
  readonly key: string;
  readonly draft: ProcedureDraftRow | undefined;
  readonly published: ProcedureVersionRow | undefined;
  readonly files: Readonly<Record<string, PackageFile>>;
  readonly revision: number;
}

export async function openPackage(tx: Transaction, key: string): Promise<OpenPackage> {
  const draft = await tx.procedureDrafts.first({ key });
  const published = await tx.procedureVersions.first({ key, offered: true }, { order: [['number', 'desc']] });
  const files = draft?.files ?? published?.files;
  if (files === undefined) throw notFound();
  return { key, draft, published, files, revision: draft?.revision ?? 0 };
}

const describe = (path: string, file: PackageFile): DraftPackage['files'][number] =>
  'text' in file ? { path, size: Buffer.byteLength(file.text), sha256: hashOf(file.text), text: true } : { path, size: file.size, sha256: file.sha256, text: false };

export function draftPackage({ draft, published, files, revision }: OpenPackage, names: Names): DraftPackage {
  return {
    revision, base: draft?.base ?? published?.hash ?? null, savedAt: draft?.updatedAt ?? published?.publishedAt ?? '', savedBy: names.person(draft?.updatedBy ?? published?.publishedBy ?? null),
    files: Object.entries(files).map(([path, file]) => describe(path, file)).toSorted((one, other) => one.path.localeCompare(other.path)),
  };
}

/** Paths whose content differs between the draft and the published version. */
export function changedPaths({ draft, published }: OpenPackage): string[] {
  if (draft === undefined) return [];
  const before = published?.files ?? {};
  const paths = new Set([...Object.keys(draft.files), ...Object.keys(before)]);
  const contentOf = (file: PackageFile | undefined): string => (file === undefined ? '' : 'text' in file ? `text ${file.text}` : file.sha256);
  return [...paths].filter((path) => contentOf(draft.files[path]) !== contentOf(before[path])).toSorted();
}

export async function versionViews(tx: Transaction, key: string, names: Names): Promise<VersionView[]> {
  const rows = await tx.procedureVersions.find({ key }, { order: [['number', 'desc']], limit: 200 });
  const views: VersionView[] = [];
  for (const row of rows) views.push(versionView(row, await tx.dossiers.count({ procedureHash: row.hash, status: 'active' }), names));
  return views;
}

export const versionView = (row: ProcedureVersionRow, running: number, names: Names): VersionView => ({
  hash: row.hash, number: row.number, publishedAt: row.publishedAt, publishedBy: names.person(row.publishedBy), note: row.note, current: row.offered, running,
});

/** The name in the opened procedure.json, when it can be read. */
export function nameIn({ key, files }: OpenPackage): LocalText {
  const file = files['procedure.json'];
  const reading = file !== undefined && 'text' in file ? readJson('procedure.json', file.text) : undefined;
  const name = reading !== undefined && 'value' in reading ? (reading.value as { readonly shortName?: Partial<LocalText> } | null)?.shortName : undefined;
  return { vi: typeof name?.vi === 'string' ? name.vi : key, en: typeof name?.en === 'string' ? name.en : key };
}
