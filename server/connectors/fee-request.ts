import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { Connector } from '../../runtime/connector.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import { newReference } from '../payments/reference.ts';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** `fee.request { fee }`: opens a payment over the fee's lines. Answers `{ payment, state, amount }`; a fee of nothing is waived. */
export const feeRequest: Connector = {
  kind: 'transactional',
  async within(call, { tx, now }) {
    const fee = isObject(call.inputs['fee']) ? call.inputs['fee'] : {};
    const amount = fee['total'];
    if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 0) {
      return { failed: `expected the fee's total as a whole amount of đồng, but it is ${JSON.stringify(amount ?? null)}`, code: 'fee-invalid' };
    }
    const lines = (Array.isArray(fee['lines']) ? fee['lines'] : []).filter((line: Json): line is Data => isObject(line));
    const id = `P-${call.key}`.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
    const row: PaymentRow = {
      id, dossierId: call.dossier.id, purpose: 'fee', amount, status: amount === 0 ? 'waived' : 'pending', reference: newReference(), createdAt: now, settledAt: null, oddity: null,
      lines: lines.map((line) => ({ name: { vi: textOf(line['nameVi']), en: textOf(line['nameEn']) }, amount: Number(line['amount'] ?? 0) })),
    };
    await tx.payments.insertIfAbsent(row);
    return { done: { payment: id, state: row.status, amount } };
  },
};
