import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import type { Actor } from '../access/actor.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Language } from '../http/language.ts';
import { filesIn } from '../views/files-view.ts';

const stray = { vi: 'Tệp này không còn hoặc không phải của bạn. Vui lòng tải lên lại.', en: 'This file is gone or is not yours. Please upload it again.' };

/**
 * Files an answer names must be the actor's own uploads, or lie in the dossier already, and be described as they are:
 * nobody attaches another's file by its id.
 */
export async function strayFiles(tx: Transaction, answer: Json, actor: Actor, dossierId: string | null, language: Language): Promise<FieldProblem[]> {
  const named = filesIn(answer);
  if (named.length === 0) return [];
  const rows = new Map((await tx.files.find({ id: { in: named.map(({ value }) => value.file) } })).map((row) => [row.id, row]));
  const mine = (row: FileRow): boolean => (row.dossierId === null ? row.ownerAccount === actor.account.id : row.dossierId === dossierId);
  return named.flatMap(({ field, value }) => {
    const row = rows.get(value.file);
    const right = row !== undefined && mine(row) && row.sha256 === value.sha256 && row.size === value.size && row.type === value.type && row.name === value.name;
    return right ? [] : [{ path: field, message: stray[language] }];
  });
}
