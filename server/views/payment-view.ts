import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { PaymentView } from '../api/fee.ts';

export const paymentView = (row: PaymentRow): PaymentView => ({
  id: row.id,
  state: row.status,
  fee: {
    lines: row.lines.map((line, index) => ({ code: `${row.purpose}-${index + 1}`, name: line.name, kind: 'levy', quantity: 1, unitPrice: line.amount, amount: line.amount, legalBasis: null })),
    total: row.amount, currency: 'VND', waived: null,
  },
  requestedAt: row.createdAt,
  paidAt: row.settledAt,
  receiptNo: row.status === 'paid' ? row.reference : null,
});
