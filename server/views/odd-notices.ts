import type { Static } from 'typebox';
import type { Transaction } from '../../storage/store.ts';
import type { OddNotices } from '../api/fee.ts';
import type { PaymentProvider } from '../payments/provider.ts';

type View = Static<typeof OddNotices>;
type One = View['notices'][number];

/** The newest notices of payments that a person should look at. */
export async function oddNotices(tx: Transaction, provider: PaymentProvider | undefined): Promise<View> {
  const events = await tx.paymentEvents.find({ reason: { not: null } }, { order: [['receivedAt', 'desc']], limit: 200 });
  const payments = await tx.payments.find({ id: { in: events.map(({ paymentId }) => paymentId) } });
  const dossiers = await tx.dossiers.find({ id: { in: payments.map(({ dossierId }) => dossierId) } });
  const notices = events.flatMap(({ paymentId, kind, amount, reason, receivedAt }): One[] => {
    const payment = payments.find(({ id }) => id === paymentId);
    const dossier = dossiers.find(({ id }) => id === payment?.dossierId);
    if (payment === undefined || dossier === undefined) return [];
    return [{
      payment: payment.id, code: dossier.code, reference: payment.reference, kind: kind as One['kind'], amount, due: payment.amount, reason: reason as One['reason'], at: receivedAt, state: payment.status,
      refundable: payment.status === 'paid' && provider?.refund !== undefined,
    }];
  });
  return { notices };
}
