import type { Services } from '../services.ts';
import { receiveNotice, tellProcess } from './receive-notice.ts';

/** Finds what lost notices and crashes left behind: asks the provider about open payments, and tells processes that still wait for paid ones. */
export async function reconcile(services: Pick<Services, 'store' | 'runtime' | 'log' | 'now' | 'payments'>): Promise<{ readonly asked: number; readonly found: number; readonly told: number }> {
  const pending = await services.store.read((tx) => tx.payments.find({ status: 'pending' }, { order: [['createdAt', 'asc']], limit: 500 }));
  let found = 0;
  for (const payment of pending) {
    for (const notice of await services.payments.ask(payment.reference)) {
      if ((await receiveNotice(services, services.payments.name, notice)) === 'new') found += 1;
    }
  }
  const untold = await services.store.read(async (tx) => {
    const waiting = await tx.subscriptions.find({ kind: 'message', name: 'payment.settled' }, { limit: 500 });
    return tx.payments.find({ dossierId: { in: waiting.map(({ dossierId }) => dossierId) }, status: 'paid' });
  });
  for (const payment of untold) await tellProcess(services, payment);
  return { asked: pending.length, found, told: untold.length };
}
