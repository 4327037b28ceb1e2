import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { DecideRefund } from '../api/money.ts';
import { ProblemError } from '../http/problem-error.ts';
import { accountOf } from './account.ts';
import { giveBack, refundRow, sendAgain } from './give-back.ts';
import { enter, refused, type Desk } from './settle.ts';

/** A second person approves or declines a refund; what the provider did not do is tried again or abandoned. */
export async function decideRefund(desk: Desk, payment: PaymentRow, refund: string, { decision, note }: DecideRefund): Promise<void> {
  const { tx, actor, at } = desk;
  const account = await accountOf(tx, payment);
  const { asked, state } = account.refunds.find((one) => one.asked.refund === refund) ?? {};
  if (asked === undefined) throw new ProblemError('not-found');
  if ((decision === 'decline' || decision === 'abandon') && note.trim() === '') throw refused('/note', { vi: 'Cần ghi lý do.', en: 'Say why.' });
  const said = { amount: asked.amount, refund, detail: { note: note.trim() } };
  if (decision === 'approve' || decision === 'decline') {
    if (state !== 'waits') throw new ProblemError('payment-closed', { detail: over });
    if (decision === 'decline') return void (await enter(desk, payment, { ...said, kind: 'declined', deed: 'refund.declined' }));
    if (asked.actor === actor) throw new ProblemError('four-eyes', { detail: another });
    // Meanwhile the provider may have given something back by itself.
    if (account.owed < asked.amount) throw refused('/decision', { vi: 'Không còn đủ tiền phải hoàn.', en: 'So much is not owed any more.' });
    await enter(desk, payment, { ...said, kind: 'approved', deed: 'refund.approved' });
    return giveBack(desk, payment, asked);
  }
  const failed = { dossierId: payment.dossierId, id: refundRow(payment.dossierId, refund), status: 'failed' } as const;
  if (state !== 'sent' || (await tx.outbox.count(failed)) === 0) throw new ProblemError('payment-closed', { detail: over });
  if (decision === 'retry') return sendAgain(tx, failed.id, at);
  await enter(desk, payment, { ...said, kind: 'abandoned', deed: 'refund.abandoned' });
}

const over = { vi: 'Khoản hoàn tiền này không còn chờ như vậy. Hãy tải lại trang.', en: 'This refund does not wait for that any more. Please reload the page.' };
const another = { vi: 'Người khác với người đề nghị phải duyệt khoản hoàn tiền này.', en: 'Somebody else than who asked for this refund has to approve it.' };
