import type { Data, Json } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import type { Transaction } from '../storage/store.ts';
import type { FileRow } from '../storage/tables/files.ts';
import { rowId } from './row-id.ts';

/**
 * Files of one dossier that are named in what it says to another go along: the other has rows of its own for the same contents, so that
 * whoever may read it may read them. `data` names those; the rows are inserted once the dossier stands.
 */
export async function filesAlong(tx: Transaction, data: Data, from: string, into: string): Promise<{ readonly data: Data; readonly rows: readonly FileRow[] }> {
  const named = [...namesIn(data)];
  const found = named.length === 0 ? [] : await tx.files.find({ id: { in: named }, dossierId: from });
  const copies = new Map(found.map((row) => [row.id, { ...row, id: rowId(into, row.id), draftId: null, dossierId: into }]));
  return { data: copies.size === 0 ? data : (renamed(data, copies) as Data), rows: [...copies.values()] };
}

function* namesIn(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) yield* namesIn(item);
  else if (isObject(value)) for (const [name, member] of Object.entries(value)) {
    if (name === 'file' && typeof member === 'string') yield member;
    else yield* namesIn(member);
  }
}

function renamed(value: Json, copies: ReadonlyMap<string, FileRow>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, copies));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, name === 'file' && typeof member === 'string' ? (copies.get(member)?.id ?? member) : renamed(member, copies)]));
}
