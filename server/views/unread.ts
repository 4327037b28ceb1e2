import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';

/** How many messages of the other side, and for citizens notices too, the actor's side has not read, by dossier. */
export async function unreadBy(tx: Transaction, actor: Actor, dossiers: readonly { readonly id: string }[]): Promise<(dossierId: string) => number> {
  const ids = dossiers.map(({ id }) => id);
  const counts = new Map<string, number>();
  const add = (rows: readonly { readonly dossierId: string }[]): void => {
    for (const { dossierId } of rows) counts.set(dossierId, (counts.get(dossierId) ?? 0) + 1);
  };
  add(await tx.messages.find({ dossierId: { in: ids }, side: { not: actor.account.kind }, readAt: null }));
  if (actor.account.kind === 'citizen') add(await tx.outbox.find({ dossierId: { in: ids }, recipient: actor.account.id, readAt: null }));
  return (dossierId) => counts.get(dossierId) ?? 0;
}
