import type { Transaction } from '../../storage/store.ts';
import { among } from '../../storage/table.ts';
import { moneyEntries, type PaymentRow } from '../../storage/tables/payments.ts';
import { factsOfError } from '../http/log.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { accountsOf } from './account.ts';
import { dueOf } from './due.ts';
import { receiveNotice, tellProcess } from './receive-notice.ts';

const atOnce = 100;
/** Questions in a row without an answer, after which the provider is left alone until the next time. */
const mostSilent = 3;

type House = Pick<Services, 'store' | 'runtime' | 'log' | 'now' | 'live' | 'payments' | 'configuration'>;

/** Where the last round ended: what nobody pays any more keeps no newer payment from being asked about. */
export interface Round { readonly createdAt: string; readonly id: string }
export interface Reconciled { readonly asked: number; readonly found: number; readonly told: number; readonly after: Round | undefined }

/** Finds what lost notices and crashes left behind: asks the provider about refunds on their way and about open payments, a hundred after those of the last round, and tells processes that still wait for paid ones. */
export async function reconcile(services: House, after?: Round): Promise<Reconciled> {
  const { store, payments, log } = services;
  const pending = await store.read((tx) => pendingAfter(tx, after));
  const givenBack = await store.read(onTheirWay);
  let asked = 0;
  let found = 0;
  let silent = 0;
  for (const payment of [...givenBack, ...pending]) {
    if (payments === undefined || silent >= mostSilent) break;
    try {
      const due = await store.read((tx) => dueOf(tx, payment, services.configuration.publicUrl));
      asked += 1;
      for (const notice of await payments.ask(due)) {
        if ((await receiveNotice(services, payments.name, notice)) === 'new') found += 1;
      }
      silent = 0;
    } catch (error) {
      // One that cannot be asked about keeps no other from it.
      if (!(error instanceof ProblemError)) log('error', 'asking about a payment failed', { payment: payment.id, ...factsOfError(error) });
      silent += 1;
    }
  }
  const untold = await store.read(async (tx) => {
    const waiting = await tx.subscriptions.find({ kind: 'message', name: 'payment.settled' }, { limit: 500 });
    return tx.payments.find({ dossierId: { in: waiting.map(({ dossierId }) => dossierId) }, status: 'paid' });
  });
  for (const payment of untold) await tellProcess(services, payment);
  const last = pending[asked - givenBack.length - 1];
  return { asked, found, told: untold.length, after: pending.length < atOnce && asked === givenBack.length + pending.length ? undefined : (last ?? after) };
}

/** Payments of which something is being given back at the provider: its word may be lost, or come late. */
async function onTheirWay(tx: Transaction): Promise<PaymentRow[]> {
  const open = await tx.payments.find({ oddity: 'open', id: among(moneyEntries, 'paymentId', { kind: 'asked' }) }, { order: [['createdAt', 'asc']], limit: atOnce * 5 });
  const accounts = await accountsOf(tx, open);
  return open.filter(({ id }) => accounts.get(id)!.refunds.some(({ state }) => state === 'sent')).slice(0, atOnce);
}

const pendingAfter = (tx: Transaction, after: Round | undefined): Promise<PaymentRow[]> =>
  tx.payments.find(
    { status: 'pending', ...(after && { any: [{ createdAt: { gt: after.createdAt } }, { createdAt: after.createdAt, id: { gt: after.id } }] }) },
    { order: [['createdAt', 'asc'], ['id', 'asc']], limit: atOnce },
  );
