import type { PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';

export interface Posting { readonly account: 'payer' | 'treasury'; readonly payment: string; readonly amount: number }

/** Double entry: what the treasury gets, the payer gives. Events that did not fit post nothing. */
export function postingsOf(events: readonly PaymentEventRow[]): Posting[] {
  return events.filter(({ accepted }) => accepted).flatMap(({ kind, amount, paymentId }) => {
    const sign = kind === 'paid' ? 1 : kind === 'refunded' ? -1 : 0;
    return sign === 0 ? [] : [{ account: 'treasury' as const, payment: paymentId, amount: sign * amount }, { account: 'payer' as const, payment: paymentId, amount: -sign * amount }];
  });
}

/** What the treasury holds of a payment. */
export const heldOf = (events: readonly PaymentEventRow[]): number =>
  postingsOf(events).filter(({ account }) => account === 'treasury').reduce((sum, { amount }) => sum + amount, 0);

/** A payment's state from all its events, whatever their order. A failed try leaves it open: the payer may try again. */
export function stateFrom(payment: Pick<PaymentRow, 'amount' | 'status'>, events: readonly PaymentEventRow[]): PaymentRow['status'] {
  if (!events.some(({ accepted, kind }) => accepted && kind === 'paid')) return payment.status;
  return heldOf(events) >= payment.amount ? 'paid' : 'refunded';
}
