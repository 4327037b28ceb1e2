import type { OutboxRow } from '../../storage/tables/outbox.ts';
import type { Services } from '../services.ts';
import { accountOf } from './account.ts';
import { dueOf } from './due.ts';
import { receiveNotice } from './receive-notice.ts';

/** Asks the provider to give money back, with the same key however often. It may answer later, by a notice. Throws to be tried again. */
export async function sendRefund(services: Pick<Services, 'store' | 'runtime' | 'log' | 'now' | 'live' | 'payments' | 'configuration'>, { payload }: OutboxRow): Promise<void> {
  const { store, payments, configuration } = services;
  const found = await store.read(async (tx) => {
    const payment = await tx.payments.first({ id: String(payload['payment']) });
    const account = payment && (await accountOf(tx, payment));
    const refund = account?.refunds.find(({ asked }) => asked.refund === payload['refund']);
    return payment !== undefined && refund?.state === 'sent' && account!.owed >= refund.asked.amount ? { due: await dueOf(tx, payment, configuration.publicUrl), refund } : undefined;
  });
  // Made meanwhile, or not owed any more.
  if (found === undefined) return;
  if (payments?.refund === undefined) throw new Error('expected a payment provider that gives money back, but there is none');
  const { amount } = found.refund.asked;
  for (const notice of await payments.refund({ ...found.due, amount, refund: String(payload['refund']) })) await receiveNotice(services, payments.name, notice);
}
