import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';
import type { Services } from '../services.ts';
import { stateFrom } from './ledger.ts';
import type { PaymentNotice } from './notice.ts';

/**
 * Keeps a notice before anything comes of it, once by the provider's id, and moves the payment by all it has heard.
 * The process is told after the commit, with a key of the payment: telling again is harmless, and reconcile.ts tells what a crash left untold.
 */
export async function receiveNotice(services: Pick<Services, 'store' | 'runtime' | 'log' | 'now'>, provider: string, notice: PaymentNotice): Promise<'new' | 'repeated' | 'unknown'> {
  const { store, log } = services;
  const kept = await store.transaction((tx) => keepNotice(tx, provider, notice, services.now()));
  if (kept === 'unknown') log('warn', 'payment notice for a reference that is none of ours', { provider, kind: notice.kind });
  if (kept === 'unknown' || kept === 'repeated') return kept;
  if (kept.event.reason !== null) log('warn', 'payment notice did not fit', { provider, kind: notice.kind, code: kept.event.reason });
  if (kept.payment.status === 'paid' && kept.event.reason !== closed) await tellProcess(services, kept.payment);
  return 'new';
}

const closed = 'dossier-closed';

async function keepNotice(tx: Transaction, provider: string, notice: PaymentNotice, at: string): Promise<'unknown' | 'repeated' | { event: PaymentEventRow; payment: PaymentRow }> {
  const payment = await tx.payments.first({ reference: notice.reference }, { lock: 'wait' });
  if (payment === undefined) return 'unknown';
  const before = await tx.paymentEvents.find({ paymentId: payment.id });
  const misfits = misfit(payment, before, notice);
  // Money that came too late is there all the same: a person gives it back.
  const isLate = misfits === null && notice.kind === 'paid' && (await tx.dossiers.first({ id: payment.dossierId }))?.endedAt !== null;
  const event: PaymentEventRow = {
    id: `${provider}:${notice.id}`, paymentId: payment.id, kind: notice.kind, amount: notice.amount, raw: { ...notice } satisfies Json, receivedAt: at,
    accepted: misfits === null, reason: isLate ? closed : misfits,
  };
  if (!(await tx.paymentEvents.insertIfAbsent(event))) return 'repeated';
  const status = stateFrom(payment, [...before, event]);
  const settledAt = status === 'paid' ? (payment.settledAt ?? at) : payment.settledAt;
  await tx.payments.update({ dossierId: payment.dossierId, id: payment.id }, { status, settledAt });
  return { event, payment: { ...payment, status, settledAt } };
}

/** Why a notice cannot be what it says; it is kept all the same, for a person to look at. */
function misfit(payment: PaymentRow, before: readonly PaymentEventRow[], notice: PaymentNotice): string | null {
  if (notice.currency !== 'VND') return 'currency';
  if (notice.amount !== payment.amount && notice.kind !== 'failed') return 'amount';
  if (before.some(({ kind, accepted }) => accepted && kind === notice.kind && kind !== 'failed')) return 'twice';
  return null;
}

/** Lets the dossier's process know that the fee was paid. */
export async function tellProcess({ runtime, log }: Pick<Services, 'runtime' | 'log'>, payment: PaymentRow): Promise<void> {
  const told = await runtime.message({
    actor: 'system', key: `payment:${payment.id}`, dossierId: payment.dossierId, name: 'payment.settled',
    data: { payment: payment.id, state: 'paid', amount: payment.amount, receipt: payment.reference, at: payment.settledAt },
  });
  if (!told.ok) log('warn', 'paid, but the dossier does not wait for it', { dossier: payment.dossierId, code: told.refused });
}
