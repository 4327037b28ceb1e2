import type { Transaction } from '../../storage/store.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { PaymentView } from '../api/fee.ts';
import { accountsOf, type MoneyAccount } from '../payments/account.ts';
import { gaveUp, refundView, type GaveUp } from './refund-view.ts';

/** Payments as whoever pays sees them. */
export async function paymentViews(tx: Transaction, rows: readonly PaymentRow[]): Promise<PaymentView[]> {
  const accounts = await accountsOf(tx, rows);
  const failed = await gaveUp(tx, accounts.values());
  return rows.map((row) => paymentView(row, accounts.get(row.id)!, failed));
}

/** Of refunds, what concerns whoever paid: what is being given back, and what was. */
const paymentView = (row: PaymentRow, { owed, returned, refunds }: MoneyAccount, failed: GaveUp): PaymentView => ({
  id: row.id,
  state: row.status,
  fee: {
    lines: row.lines.map((line, index) => ({ code: `${row.purpose}-${index + 1}`, name: line.name, kind: 'levy', quantity: 1, unitPrice: line.amount, amount: line.amount, legalBasis: null })),
    total: row.amount, currency: 'VND', waived: null,
  },
  requestedAt: row.createdAt,
  paidAt: row.settledAt,
  receiptNo: row.status === 'paid' ? row.reference : null,
  owed: Math.max(0, owed), returned,
  refunds: refunds.filter(({ state }) => state === 'sent' || state === 'made').map((refund) => refundView(refund, failed)),
});
