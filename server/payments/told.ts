import type { Beside } from '../../runtime/beside.ts';
import type { MoneyEntryRow, PaymentEventRow } from '../../storage/tables/payments.ts';

/** Money came that was not due so: the journal keeps it, and whoever paid hears that they get it back. */
export async function owes(beside: Beside, { id, paymentId, amount, reason }: PaymentEventRow): Promise<void> {
  await beside.note({ kind: 'money.odd', actor: 'system', about: { payment: paymentId, amount, why: reason } });
  if (amount > 0 && reason !== 'currency') await beside.tell('money-odd', `odd ${id}`, { amount });
}

/** Money was given back: at the provider, or by hand with a document and its day. `asked` is the refund that this makes; none where the provider gave back by itself. */
export async function made(beside: Beside, { id, paymentId, amount, receivedAt }: PaymentEventRow, asked: MoneyEntryRow | undefined, actor = 'system'): Promise<void> {
  const { way = 'provider', document = null, day } = asked?.detail ?? {};
  await beside.note({ kind: 'refund.made', actor, about: { payment: paymentId, refund: asked?.refund ?? null, amount, way, document } });
  await beside.tell('refund-made', `made ${id}`, { amount, day: day ?? receivedAt, ...(document !== null && { document }) });
}
