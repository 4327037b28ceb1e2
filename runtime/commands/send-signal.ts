import type { Transaction } from '../../storage/store.ts';
import type { SendSignal } from '../command.ts';
import type { Surroundings } from '../runtime.ts';

/**
 * A program outside throws a signal: it reaches every dossier of its units that waits for it now, and begins every published procedure
 * of an office among them that begins by it. It is kept here and carried by the worker; that nobody hears it is no fault.
 */
export async function sendSignal({ newId }: Surroundings, tx: Transaction, now: string, { actor, units, name, data = {} }: SendSignal): Promise<{ readonly signalId: string }> {
  const id = newId();
  await tx.posts.insert({ id, dossierId: id, sender: actor, units, kind: 'signal', name, keys: {}, data, thrownAt: now, expiresAt: now, status: 'open', runAt: now, unread: null });
  return { signalId: id };
}
