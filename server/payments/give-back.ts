import type { MoneyEntryRow, PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';
import type { Transaction } from '../../storage/store.ts';
import { notFound } from '../http/problem-error.ts';
import { MAX_ATTEMPTS } from '../../runtime/work/backoff.ts';
import { rowId } from '../../runtime/row-id.ts';
import { byHand } from './account.ts';
import type { Desk } from './settle.ts';
import { made } from './told.ts';

/** Who is asked to give money back, as a recipient of the outbox: no account has such an id. */
export const paymentProvider = 'system:payments';

export const refundRow = (dossierId: string, refund: string): string => rowId(dossierId, `refund ${refund}`);

/** The machine asks the provider once more. Throws not-found when it has not given up. */
export async function sendAgain(tx: Transaction, id: string, at: string): Promise<void> {
  if ((await tx.outbox.update({ id, recipient: paymentProvider, status: 'failed' }, { status: 'open', runAt: at, attempts: MAX_ATTEMPTS - 1 })) === 0) throw notFound();
}

/** A refund that nobody else has to approve: by hand it is done, the provider is asked by the machine, again and again. */
export async function giveBack({ tx, beside, actor, at }: Desk, payment: PaymentRow, asked: MoneyEntryRow): Promise<void> {
  const { amount, dossierId, detail } = asked;
  const refund = asked.refund ?? '';
  if (detail.way === 'provider') {
    await tx.outbox.insert({
      id: refundRow(dossierId, refund), dossierId, kind: 'refund', recipient: paymentProvider, payload: { refund, payment: payment.id },
      status: 'open', createdAt: at, place: 0, runAt: at, deliveredAt: null, attempts: 0, fence: 0, leasedBy: null, error: null,
    });
    return;
  }
  const event: PaymentEventRow = { id: byHand(refund), paymentId: payment.id, kind: 'refunded', amount, raw: { ...detail, by: actor }, receivedAt: at, accepted: true, reason: null };
  await tx.paymentEvents.insert(event);
  await made(beside, event, asked, actor);
}
