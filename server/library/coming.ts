import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';

const yearMs = 366 * 86_400_000;

/** An instant that lies ahead, by a year at most, as it is kept. Throws rejected with words for it. */
export function laterThan(at: string, from: string): string {
  const ahead = Date.parse(from) - Date.parse(at);
  if (!(ahead > 0 && ahead <= yearMs)) throw new ProblemError('rejected', { detail: { vi: 'Ngày áp dụng phải sau lúc này, và không quá một năm.', en: 'The day from which it applies must lie ahead, by a year at most.' } });
  return new Date(from).toISOString();
}

/** A version that was to be offered later never will be. Answers false when it was not, or its day has come; who called it off is kept in the house log. */
export async function callOff({ newId }: Pick<Services, 'newId'>, tx: Transaction, { key, version }: { readonly key: string; readonly version: string }, { account }: Actor, at: string): Promise<boolean> {
  const row = await tx.procedureVersions.first({ key, hash: version, offeredFrom: { gt: at } }, { lock: 'wait' });
  if (row === undefined) return false;
  await tx.procedureVersions.update({ hash: version }, { offeredFrom: null });
  await tx.houseLog.insert({ id: newId(), at, actor: account.id, kind: 'version.call-off', subject: key, note: '', detail: { version, number: row.number, from: row.offeredFrom } });
  return true;
}

/** The same of a version that could not be offered on its day, for a reason. Throws not-found when it is none. */
export async function callOffDue({ newId }: Pick<Services, 'newId'>, tx: Transaction, hash: string, { actor, at, reason }: { readonly actor: string; readonly at: string; readonly reason: string }): Promise<void> {
  const row = await tx.procedureVersions.first({ hash, offered: false, offeredFrom: { lte: at } }, { lock: 'wait' });
  if (row === undefined) throw notFound();
  await tx.procedureVersions.update({ hash }, { offeredFrom: null, offerError: null });
  await tx.houseLog.insert({ id: newId(), at, actor, kind: 'version.call-off', subject: row.key, note: reason.trim(), detail: { version: hash, number: row.number, from: row.offeredFrom } });
}
