import { workingMinutes } from '../../engine/calendar/working-minutes.ts';
import type { LocalText } from '../../engine/definition.ts';
import { limitOn } from '../../procedures/in-force.ts';
import { readJson } from '../../procedures/package-files.ts';
import { processFileOf } from '../../procedures/process-path.ts';
import type { Procedure } from '../../procedures/procedure.ts';
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
  /** Published, and to be offered later; the next first. */
  readonly coming: readonly ProcedureVersionRow[];
  /** What editing goes on from: the last that is to come, else what is offered, else what was called off. */
  readonly basis: ProcedureVersionRow | undefined;
  readonly files: Readonly<Record<string, PackageFile>>;
  readonly revision: number;
}

export async function openPackage(tx: Transaction, key: string): Promise<OpenPackage> {
  const draft = await tx.procedureDrafts.first({ key });
  const published = await tx.procedureVersions.first({ key, offered: true }, { order: [['number', 'desc']] });
  const coming = await tx.procedureVersions.find({ key, offeredFrom: { gt: '' } }, { order: [['offeredFrom', 'asc']] });
  const basis = coming.at(-1) ?? published ?? (await tx.procedureVersions.first({ key }, { order: [['number', 'desc']] }));
  const files = draft?.files ?? basis?.files;
  if (files === undefined) throw notFound();
  return { key, draft, published, coming, basis, files, revision: draft?.revision ?? 0 };
}

/** When what is opened was saved or, where there is no draft, published. */
export const savedAtOf = ({ draft, basis }: OpenPackage): string => draft?.updatedAt ?? basis?.publishedAt ?? '';

const describe = (path: string, file: PackageFile): DraftPackage['files'][number] =>
  'text' in file ? { path, size: Buffer.byteLength(file.text), sha256: hashOf(file.text), text: true } : { path, size: file.size, sha256: file.sha256, text: false };

export function draftPackage(open: OpenPackage, names: Names): DraftPackage {
  const { draft, basis, files, revision } = open;
  return {
    revision, base: draft?.base ?? basis?.hash ?? null, savedAt: savedAtOf(open), savedBy: names.person(draft?.updatedBy ?? basis?.publishedBy ?? null),
    files: Object.entries(files).map(([path, file]) => describe(path, file)).toSorted((one, other) => one.path.localeCompare(other.path)),
  };
}

/** Paths whose content differs between the draft and the version that editing goes on from. */
export const changedPaths = ({ draft, basis }: OpenPackage): string[] => (draft === undefined ? [] : differing(draft.files, basis?.files ?? {}));

/** Paths whose content differs between two states of a package. */
export function differing(one: OpenPackage['files'], other: OpenPackage['files']): string[] {
  const contentOf = (file: PackageFile | undefined): string => (file === undefined ? '' : 'text' in file ? `text ${file.text}` : file.sha256);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((path) => contentOf(one[path]) !== contentOf(other[path])).toSorted();
}

export async function versionViews(tx: Transaction, key: string, names: Names): Promise<VersionView[]> {
  const rows = await tx.procedureVersions.find({ key }, { order: [['number', 'desc']], limit: 200 });
  const views: VersionView[] = [];
  for (const row of rows) views.push(versionView(row, await tx.dossiers.count({ procedureHash: row.hash, status: 'active' }), names));
  return views;
}

export const versionView = (row: ProcedureVersionRow, running: number, names: Names): VersionView => ({
  hash: row.hash, number: row.number, publishedAt: row.publishedAt, publishedBy: names.person(row.publishedBy), note: row.note, current: row.offered, from: row.offeredFrom, since: row.offeredAt, running,
  process: processFileOf(new Map(Object.entries(row.files))),
});

type Read = Pick<OpenPackage, 'key' | 'files'>;

/** The name in the opened procedure.json, when it can be read. */
export function nameIn(open: Read): LocalText {
  const { shortName: name } = procedureIn(open) as { readonly shortName?: Partial<LocalText> };
  return { vi: typeof name?.vi === 'string' ? name.vi : open.key, en: typeof name?.en === 'string' ? name.en : open.key };
}

/** The time by law in the opened procedure.json for what is filed on a day of the office, when it can be read. */
export function limitIn(open: Read, day: string): string {
  const { timeLimit } = procedureIn(open) as Partial<Pick<Procedure, 'timeLimit'>>;
  const limit: unknown = Array.isArray(timeLimit) && timeLimit.length > 0 ? limitOn({ timeLimit }, day)?.limit : undefined;
  return typeof limit === 'string' && workingMinutes(limit) !== undefined ? limit : '1 working day';
}

/** How many questions there are about which sources disagree, when the opened procedure.json can be read. */
export function conflictsIn(open: Read): number {
  const { conflicts } = procedureIn(open) as { readonly conflicts?: unknown };
  return Array.isArray(conflicts) ? conflicts.length : 0;
}

/** The id of the calendar in the opened procedure.json, when it can be read. */
export function calendarIn(open: Read): string {
  const { calendar } = procedureIn(open) as { readonly calendar?: unknown };
  return typeof calendar === 'string' ? calendar : '';
}

function procedureIn({ files }: Read): object {
  const file = files['procedure.json'];
  const reading = file !== undefined && 'text' in file ? readJson('procedure.json', file.text) : undefined;
  return reading !== undefined && 'value' in reading && typeof reading.value === 'object' && reading.value !== null ? reading.value : {};
}
