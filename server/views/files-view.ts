import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import type { DossierFile, FileValue } from '../api/file.ts';
import { applicationOf } from './answer.ts';
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

/** Files of a dossier by the field of the application that holds them; one that stands nowhere in `data`, all that is known of the dossier, was replaced. */
export function dossierFiles(data: Data, rows: readonly FileRow[], names: Names): DossierFile[] {
  const fieldOf = new Map(filesIn(applicationOf(data)).map(({ field, value }) => [value.file, field]));
  const standing = new Set(filesIn(data).map(({ value }) => value.file));
  return rows.map((row) => ({
    file: row.id, name: row.name, size: row.size, type: row.type, sha256: row.sha256,
    field: fieldOf.get(row.id) ?? '-', uploadedAt: row.createdAt, uploadedBy: names.person(row.ownerAccount), replaced: !standing.has(row.id),
  }));
}
