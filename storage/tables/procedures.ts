import { table } from '../table.ts';

/** A file of a package: text as it is, anything else by the hash of its bytes in the blob store. */
export type PackageFile = { readonly text: string } | { readonly sha256: string; readonly size: number; readonly type: string };

/** A published version. Never changed; dossiers are pinned to it by `hash`. */
export interface ProcedureVersionRow {
  readonly hash: string;
  readonly key: string;
  /** 1, 2, 3 … within one procedure. */
  readonly number: number;
  readonly files: Readonly<Record<string, PackageFile>>;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly note: string | null;
  /** False once no new dossier may be filed on it. */
  readonly offered: boolean;
  /** When it takes the place of the one before, as long as that lies ahead. */
  readonly offeredFrom: string | null;
  /** When it began to be offered, the last time; null before that, and for what was published before this was kept. */
  readonly offeredAt: string | null;
  /** Why it is not offered though its day has come. */
  readonly offerError: string | null;
}

export const procedureVersions = table<ProcedureVersionRow>({
  name: 'procedureVersions',
  key: ['hash'],
  unique: [['key', 'number']],
  columns: { hash: 'text', key: 'text', number: 'integer', files: 'json', publishedAt: 'text', publishedBy: 'text', note: 'text', offered: 'flag', offeredFrom: 'text', offeredAt: 'text', offerError: 'text' },
});

/** What an administrator is editing; one per procedure. */
export interface ProcedureDraftRow {
  readonly key: string;
  readonly files: Readonly<Record<string, PackageFile>>;
  /** Grows with every save: the expected version of the next. */
  readonly revision: number;
  /** Hash of the version it started from. */
  readonly base: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export const procedureDrafts = table<ProcedureDraftRow>({
  name: 'procedureDrafts',
  key: ['key'],
  columns: { key: 'text', files: 'json', revision: 'integer', base: 'text', updatedAt: 'text', updatedBy: 'text' },
});
