import { table } from '../table.ts';

/** Money asked for. Amounts are whole đồng. */
export interface PaymentRow {
  readonly id: string;
  readonly dossierId: string;
  readonly purpose: string;
  readonly amount: number;
  readonly lines: readonly { readonly name: { readonly vi: string; readonly en: string }; readonly amount: number }[];
  readonly status: 'pending' | 'paid' | 'failed' | 'refunded' | 'waived';
  /** What the provider and the payer see; hard to guess. */
  readonly reference: string;
  readonly createdAt: string;
  readonly settledAt: string | null;
  /** Whether money came beyond or instead of it, or is given back: `open` until all of that is settled. Follows from its events and entries. */
  readonly oddity: 'open' | 'settled' | null;
}

export const payments = table<PaymentRow>({
  name: 'payments',
  key: ['dossierId', 'id'],
  unique: [['id'], ['reference']],
  columns: {
    id: 'text', dossierId: 'text', purpose: 'text', amount: 'integer', lines: 'json', status: 'text', reference: 'text', createdAt: 'text', settledAt: 'text', oddity: 'text',
  },
});

/** What the provider told us, each once by its own id, kept as it came; what was given back by hand stands among it as `hand:` and the refund's id. */
export interface PaymentEventRow {
  readonly id: string;
  readonly paymentId: string;
  readonly kind: string;
  readonly amount: number;
  readonly raw: unknown;
  readonly receivedAt: string;
  /** False when it did not fit the payment. */
  readonly accepted: boolean;
  /** What a person should look at: why it did not fit (`amount`, `currency`, `twice`), that it came when the dossier had ended (`dossier-closed`), or that nobody had asked to give it back (`unasked`). */
  readonly reason: string | null;
}

export const paymentEvents = table<PaymentEventRow>({
  name: 'paymentEvents',
  key: ['id'],
  columns: {
    id: 'text', paymentId: 'text', kind: 'text', amount: 'integer', raw: 'json', receivedAt: 'text', accepted: 'flag', reason: 'text',
  },
});

/** What a person decided about money, never changed: what is owed, given back or kept follows from these and the events. */
export interface MoneyEntryRow {
  readonly id: string;
  readonly dossierId: string;
  readonly paymentId: string;
  /**
   * `lowered`: so much of the fee is not due any more; `kept`: so much of what came counts as the fee; `aside`: settled elsewhere, moves no money here.
   * Of a refund: `asked`, `approved` by a second person, `declined`, `abandoned` after the provider did not do it.
   */
  readonly kind: 'lowered' | 'kept' | 'aside' | 'asked' | 'approved' | 'declined' | 'abandoned';
  readonly refund: string | null;
  readonly amount: number;
  readonly at: string;
  readonly actor: string;
  readonly detail: MoneyDetail;
}
export interface MoneyDetail {
  readonly way?: 'provider' | 'hand';
  /** Whether a second person has to approve. */
  readonly two?: boolean;
  readonly document?: string;
  /** When it was given back by hand, as a date. */
  readonly day?: string;
  readonly note?: string;
  /** The events that are set aside. */
  readonly events?: readonly string[];
}

export const moneyEntries = table<MoneyEntryRow>({
  name: 'moneyEntries',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: { id: 'text', dossierId: 'text', paymentId: 'text', kind: 'text', refund: 'text', amount: 'integer', at: 'text', actor: 'text', detail: 'json' },
});
