import type { Transaction } from '../../storage/store.ts';
import type { Actor } from './actor.ts';

/** Notes who of the staff looked at whose dossier: citizens may ask for it. */
export async function noteAccess(tx: Transaction, actor: Actor, look: { readonly dossierId: string; readonly action: string; readonly requestId: string; readonly at: string; readonly id: string }): Promise<void> {
  if (actor.account.kind !== 'staff') return;
  await tx.accessLog.insert({ ...look, accountId: actor.account.id });
}
