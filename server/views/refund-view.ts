import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Transaction } from '../../storage/store.ts';
import type { RefundView } from '../api/money.ts';
import type { MoneyAccount, Refund } from '../payments/account.ts';
import { paymentProvider, refundRow } from '../payments/give-back.ts';

/** Which refunds the machine gave up asking the provider for, as rows of the outbox. */
export type GaveUp = ReadonlySet<string>;

export async function gaveUp(tx: Transaction, accounts: Iterable<MoneyAccount>): Promise<GaveUp> {
  const sent = [...accounts].flatMap(({ refunds }) => refunds.filter(({ state }) => state === 'sent').map(({ asked }) => refundRow(asked.dossierId, asked.refund ?? '')));
  return sent.length === 0 ? new Set() : new Set((await tx.outbox.find({ id: { in: sent }, recipient: paymentProvider, status: 'failed' })).map(({ id }) => id));
}

export function refundView({ asked, state, made }: Refund, failed: GaveUp): RefundView {
  const refund = asked.refund ?? '';
  return {
    id: refund, amount: asked.amount, way: asked.detail.way ?? 'hand', state: state === 'sent' && failed.has(refundRow(asked.dossierId, refund)) ? 'failed' : state, askedAt: asked.at,
    madeOn: made === undefined ? null : (asked.detail.day ?? officeDate(made.receivedAt)), document: asked.detail.document ?? null,
  };
}
