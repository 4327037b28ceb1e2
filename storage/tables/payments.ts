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
}

export const payments = table<PaymentRow>({
  name: 'payments',
  key: ['dossierId', 'id'],
  unique: [['id'], ['reference']],
  columns: {
    id: 'text', dossierId: 'text', purpose: 'text', amount: 'integer', lines: 'json', status: 'text', reference: 'text', createdAt: 'text', settledAt: 'text',
  },
});

/** What the provider told us, each once by its own id, kept as it came. */
export interface PaymentEventRow {
  readonly id: string;
  readonly paymentId: string;
  readonly kind: string;
  readonly amount: number;
  readonly raw: unknown;
  readonly receivedAt: string;
  /** False when it did not fit the payment. */
  readonly accepted: boolean;
  /** What a person should look at: why it did not fit (`amount`, `currency`, `twice`), or that it came when the dossier had ended (`dossier-closed`). */
  readonly reason: string | null;
}

export const paymentEvents = table<PaymentEventRow>({
  name: 'paymentEvents',
  key: ['id'],
  columns: {
    id: 'text', paymentId: 'text', kind: 'text', amount: 'integer', raw: 'json', receivedAt: 'text', accepted: 'flag', reason: 'text',
  },
});
