import type { Transaction } from '../../storage/store.ts';
import type { MoneyEntryRow, PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';
import { balanceOf, postingsOf, stateFrom, type Events } from './ledger.ts';

/** A refund as it stands: it `waits` for a second person, is `sent` to the provider, or is over. */
export interface Refund { readonly asked: MoneyEntryRow; readonly state: 'waits' | 'sent' | 'made' | 'declined' | 'abandoned'; readonly made: PaymentEventRow | undefined }

/** All that is known of the money of one payment. */
export interface MoneyAccount {
  readonly events: Events;
  readonly entries: readonly MoneyEntryRow[];
  readonly refunds: readonly Refund[];
  /** What the office has as its fee. */
  readonly fees: number;
  /** What it owes the payer; below zero when more was given back than was owed. */
  readonly owed: number;
  readonly returned: number;
  /** What may still be asked to be given back: what is owed and not on its way. */
  readonly free: number;
  /** Of other currencies, or of nothing: what moves no đồng, until a person has settled it elsewhere. */
  readonly strange: Events;
  readonly status: PaymentRow['status'];
  readonly oddity: PaymentRow['oddity'];
}

/** By hand, an event bears the id of its refund; the provider tells of amounts, of which each is the first refund of that amount. */
export const byHand = (refund: string): string => `hand:${refund}`;

/** What follows from the events and entries of a payment, whatever their order. */
export function accountFrom(payment: Pick<PaymentRow, 'amount' | 'status'>, events: Events, entries: readonly MoneyEntryRow[]): MoneyAccount {
  const postings = postingsOf(events, entries);
  const refunds = refundsOf(events, entries);
  const [fees, owed] = [balanceOf('fees', postings), balanceOf('owed', postings)];
  const aside = new Set(entries.flatMap(({ detail }) => detail.events ?? []));
  const strange = events.filter(({ id, kind, reason, amount }) => kind !== 'failed' && (reason === 'currency' || (reason !== null && amount === 0)) && !aside.has(id));
  const onTheWay = refunds.filter(({ state }) => state === 'waits' || state === 'sent');
  const isOpen = owed !== 0 || onTheWay.length > 0 || strange.length > 0;
  const wasOdd = entries.length > 0 || events.some(({ kind, reason }) => reason !== null && kind !== 'failed');
  return {
    events, entries, refunds, fees, owed, strange,
    returned: events.filter(({ kind, reason }) => kind === 'refunded' && reason !== 'currency').reduce((sum, { amount }) => sum + amount, 0),
    free: Math.max(0, owed - onTheWay.reduce((sum, { asked }) => sum + asked.amount, 0)),
    status: stateFrom(payment, events, entries),
    oddity: isOpen ? 'open' : wasOdd ? 'settled' : null,
  };
}

function refundsOf(events: Events, entries: readonly MoneyEntryRow[]): Refund[] {
  const told = events.filter(({ id, kind, reason }) => kind === 'refunded' && reason === null && !id.startsWith('hand:'));
  return entries.filter(({ kind }) => kind === 'asked').toSorted(byTime).map((asked): Refund => {
    const said = (kind: MoneyEntryRow['kind']) => entries.some((entry) => entry.kind === kind && entry.refund === asked.refund);
    if (said('declined')) return { asked, state: 'declined', made: undefined };
    if (said('abandoned')) return { asked, state: 'abandoned', made: undefined };
    if (asked.detail.two === true && !said('approved')) return { asked, state: 'waits', made: undefined };
    if (asked.detail.way === 'hand') {
      const made = events.find(({ id }) => id === byHand(asked.refund ?? ''));
      return { asked, state: made === undefined ? 'waits' : 'made', made };
    }
    const place = told.findIndex(({ amount }) => amount === asked.amount);
    const [made] = place === -1 ? [] : told.splice(place, 1);
    return { asked, state: made === undefined ? 'sent' : 'made', made };
  });
}

const byTime = (one: MoneyEntryRow, other: MoneyEntryRow): number => one.at.localeCompare(other.at) || (one.id < other.id ? -1 : 1);

/** The accounts of some payments, by their ids. */
export async function accountsOf(tx: Transaction, payments: readonly PaymentRow[]): Promise<ReadonlyMap<string, MoneyAccount>> {
  if (payments.length === 0) return new Map();
  const which = { paymentId: { in: payments.map(({ id }) => id) } };
  const [events, entries] = await Promise.all([tx.paymentEvents.find(which, { order: [['receivedAt', 'asc'], ['id', 'asc']] }), tx.moneyEntries.find(which, { order: [['at', 'asc'], ['id', 'asc']] })]);
  return new Map(payments.map((payment) => [payment.id, accountFrom(payment, events.filter(({ paymentId }) => paymentId === payment.id), entries.filter(({ paymentId }) => paymentId === payment.id))]));
}

export const accountOf = async (tx: Transaction, payment: PaymentRow): Promise<MoneyAccount> => (await accountsOf(tx, [payment])).get(payment.id)!;

/** Writes what follows for the row of the payment itself. */
export async function keepState(tx: Transaction, payment: PaymentRow, at: string): Promise<{ readonly payment: PaymentRow; readonly account: MoneyAccount }> {
  const account = await accountOf(tx, payment);
  const { status, oddity } = account;
  const settledAt = status === 'paid' ? (payment.settledAt ?? at) : payment.settledAt;
  await tx.payments.update({ dossierId: payment.dossierId, id: payment.id }, { status, settledAt, oddity });
  return { payment: { ...payment, status, settledAt, oddity }, account };
}
