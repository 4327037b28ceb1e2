import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import type { DossierFile, FileValue } from '../api/file.ts';
import type { Names } from './names.ts';

/** Every file value inside an answer, with the dotted path of the field that holds it. */
export function filesIn(value: Json, path = ''): { readonly field: string; readonly value: FileValue }[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => (isFileValue(item) ? [{ field: path, value: item }] : filesIn(item, `${path}.${index}`)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => filesIn(member, path === '' ? name : `${path}.${name}`));
}

export function isFileValue(value: unknown): value is FileValue {
  if (!isObject(value)) return false;
  const { file, name, size, type, sha256 } = value;
  return typeof file === 'string' && typeof name === 'string' && typeof size === 'number' && typeof type === 'string' && typeof sha256 === 'string';
}

/** Files of a dossier: those that stand in the application, then those that a supplement replaced. */
export function dossierFiles(application: Data, rows: readonly FileRow[], names: Names): DossierFile[] {
  const standing = filesIn(application);
  const fieldOf = new Map(standing.map(({ field, value }) => [value.file, field]));
  return rows.map((row) => ({
    file: row.id, name: row.name, size: row.size, type: row.type, sha256: row.sha256,
    field: fieldOf.get(row.id) ?? '-', uploadedAt: row.createdAt, uploadedBy: names.person(row.ownerAccount), replaced: !fieldOf.has(row.id),
  }));
}
