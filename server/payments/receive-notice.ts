import type { Beside } from '../../runtime/beside.ts';
import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';
import { tellOf } from '../live/tell.ts';
import type { Services } from '../services.ts';
import { accountOf, keepState, type MoneyAccount } from './account.ts';
import type { PaymentNotice } from './notice.ts';
import { made, owes } from './told.ts';

type House = Pick<Services, 'store' | 'runtime' | 'log' | 'now' | 'live'>;
type Kept = 'repeated' | { readonly event: PaymentEventRow; readonly payment: PaymentRow; readonly dossier: DossierRow };

/**
 * Keeps a notice before anything comes of it, once by the provider's id, and moves the payment by all it has heard.
 * The process is told after the commit, with a key of the payment: telling again is harmless, and reconcile.ts tells what a crash left untold.
 */
export async function receiveNotice(services: House, provider: string, notice: PaymentNotice): Promise<'new' | 'repeated' | 'unknown'> {
  const { store, log, runtime, live, now } = services;
  const kept = await store.transaction(async (tx): Promise<Kept | 'unknown'> => {
    const named = await tx.payments.first({ reference: notice.reference });
    if (named === undefined) return 'unknown';
    // The dossier first, as everybody takes it, then the payment as it stands then.
    return runtime.beside(tx, named.dossierId, (dossier) => keepNotice(tx, dossier, named.id, provider, notice, services.now()));
  });
  if (kept === 'unknown') log('warn', 'payment notice for a reference that is none of ours', { provider, kind: notice.kind });
  if (kept === 'unknown' || kept === 'repeated') return kept;
  tellOf(live, kept.dossier, now(), 'money');
  if (kept.event.reason !== null) log('warn', 'payment notice did not fit', { provider, kind: notice.kind, code: kept.event.reason });
  if (kept.payment.status === 'paid' && kept.event.reason !== closed) await tellProcess(services, kept.payment);
  return 'new';
}

const closed = 'dossier-closed';

async function keepNotice(tx: Transaction, beside: Beside, id: string, provider: string, notice: PaymentNotice, at: string): Promise<Kept> {
  const payment = (await tx.payments.first({ id }, { lock: 'wait' }))!;
  const before = await accountOf(tx, payment);
  const misfits = misfit(payment, before, notice);
  // Money that came too late is there all the same: a person gives it back.
  const isLate = misfits === null && notice.kind === 'paid' && beside.dossier.endedAt !== null;
  const event: PaymentEventRow = {
    id: `${provider}:${notice.id}`, paymentId: payment.id, kind: notice.kind, amount: notice.amount, raw: { ...notice } satisfies Json, receivedAt: at,
    accepted: misfits === null, reason: isLate ? closed : misfits,
  };
  if (!(await tx.paymentEvents.insertIfAbsent(event))) return 'repeated';
  const after = await keepState(tx, payment, at);
  if (event.kind === 'paid' && event.reason !== null) await owes(beside, event);
  else if (event.kind === 'refunded') await made(beside, event, refundMadeBy(after.account, event));
  return { event, payment: after.payment, dossier: beside.dossier };
}

const refundMadeBy = ({ refunds }: MoneyAccount, { id }: PaymentEventRow) => refunds.find(({ made: by }) => by?.id === id)?.asked;

/** Why a notice cannot be what it says; it is kept all the same, for a person to look at. */
function misfit(payment: PaymentRow, { events, refunds, fees }: MoneyAccount, notice: PaymentNotice): string | null {
  if (notice.currency !== 'VND') return 'currency';
  if (notice.kind === 'failed') return null;
  if (notice.kind === 'refunded') return refunds.some(({ state, asked }) => state === 'sent' && asked.amount === notice.amount) ? null : 'unasked';
  if (notice.amount !== payment.amount) return 'amount';
  return fees >= payment.amount || events.some(({ kind, accepted }) => accepted && kind === 'paid') ? 'twice' : null;
}

/** Lets the dossier's process know that the fee was paid. */
export async function tellProcess({ runtime, log }: Pick<Services, 'runtime' | 'log'>, payment: PaymentRow): Promise<void> {
  const told = await runtime.message({
    actor: 'system', key: `payment:${payment.id}`, dossierId: payment.dossierId, name: 'payment.settled',
    data: { payment: payment.id, state: 'paid', amount: payment.amount, receipt: payment.reference, at: payment.settledAt },
  });
  if (!told.ok) log('warn', 'paid, but the dossier does not wait for it', { dossier: payment.dossierId, code: told.refused });
}
