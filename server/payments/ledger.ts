import type { MoneyEntryRow, PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';

/** Whose money it is: the payer's, a fee of the office, or what the office has and owes back. */
export interface Posting { readonly account: 'payer' | 'fees' | 'owed'; readonly payment: string; readonly amount: number }
export type Events = readonly PaymentEventRow[];
export type Entries = readonly Pick<MoneyEntryRow, 'paymentId' | 'kind' | 'amount'>[];

/** Double entry: what one account gets, another gives. Money of another currency is no đồng and posts nothing. */
export function postingsOf(events: Events, entries: Entries): Posting[] {
  const moved = (payment: string, from: Posting['account'], to: Posting['account'], amount: number): Posting[] => [{ account: from, payment, amount: -amount }, { account: to, payment, amount }];
  return [
    ...events.flatMap(({ kind, amount, paymentId, accepted, reason }) => {
      if (reason === 'currency' || kind === 'failed') return [];
      // What did not fit, or came when the dossier had ended, is not the office's.
      return kind === 'paid' ? moved(paymentId, 'payer', accepted && reason === null ? 'fees' : 'owed', amount) : moved(paymentId, 'owed', 'payer', amount);
    }),
    ...entries.flatMap(({ kind, amount, paymentId }) => {
      if (kind === 'lowered') return moved(paymentId, 'fees', 'owed', amount);
      return kind === 'kept' ? moved(paymentId, 'owed', 'fees', amount) : [];
    }),
  ];
}

/** What an account holds. */
export const balanceOf = (account: Posting['account'], postings: readonly Posting[]): number =>
  postings.filter((one) => one.account === account).reduce((sum, { amount }) => sum + amount, 0);

/** A payment's state from all its events and entries, whatever their order. A failed try leaves it open: the payer may try again. */
export function stateFrom(payment: Pick<PaymentRow, 'amount' | 'status'>, events: Events, entries: Entries): PaymentRow['status'] {
  const isPaid = events.some(({ accepted, kind }) => accepted && kind === 'paid') || entries.some(({ kind }) => kind === 'kept');
  if (!isPaid) return payment.status;
  return balanceOf('payer', postingsOf(events, entries)) < 0 ? 'paid' : 'refunded';
}
