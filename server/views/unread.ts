import type { Transaction } from '../../storage/store.ts';
import { saidNotices } from '../../runtime/due-moved.ts';
import type { Actor } from '../access/actor.ts';

/** The instant up to which the actor has read the messages of a dossier; before all time when they never did. */
export const readUntil = async (tx: Transaction, { account }: Actor, dossierId: string): Promise<string> =>
  (await tx.readings.first({ dossierId, account: account.id }))?.until ?? '';

/** How many messages of the other side, and for citizens notices too, the actor has not read, by dossier. */
export async function unreadBy(tx: Transaction, { account }: Actor, dossiers: readonly { readonly id: string }[]): Promise<(dossierId: string) => number> {
  const dossierId = { in: dossiers.map(({ id }) => id) };
  const [readings, messages, notices] = await Promise.all([
    tx.readings.find({ dossierId, account: account.id }),
    tx.messages.find({ dossierId, side: { not: account.kind } }),
    account.kind === 'citizen' ? tx.outbox.find({ dossierId, recipient: account.id, ...saidNotices }) : [],
  ]);
  const until = new Map(readings.map((row) => [row.dossierId, row.until]));
  const said = [...messages, ...notices.map((row) => ({ dossierId: row.dossierId, at: row.createdAt }))];
  const unread = Map.groupBy(said.filter((one) => one.at > (until.get(one.dossierId) ?? '')), (one) => one.dossierId);
  return (dossier) => unread.get(dossier)?.length ?? 0;
}
