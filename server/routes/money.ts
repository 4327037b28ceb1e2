import type { Transaction } from '../../storage/store.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { Actor } from '../access/actor.ts';
import type { MoneyCase } from '../api/money.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound } from '../http/problem-error.ts';
import { tellOf } from '../live/tell.ts';
import { keepState } from '../payments/account.ts';
import { decideRefund } from '../payments/decide-refund.ts';
import { tellProcess } from '../payments/receive-notice.ts';
import { settle, type Desk } from '../payments/settle.ts';
import type { Services } from '../services.ts';
import { casesOf, moneyCases, moneyOf } from '../views/money-view.ts';

/** What is odd about money, for whoever keeps it in a unit, and how it is settled. */
export const moneyHandlers = (services: Services) => {
  const { store, runtime, library } = services;
  interface Act { readonly kind: string; readonly actor: Actor; readonly key: string; readonly at: string; readonly body: unknown }
  const acting = async ({ kind, actor, key, at, body }: Act, payment: (tx: Transaction) => Promise<PaymentRow | undefined>, work: (desk: Desk, payment: PaymentRow) => Promise<void>): Promise<MoneyCase> => {
    const done = await once(store, { actor: actor.account.id, key, kind, body, at }, async (tx) => {
      const named = await payment(tx);
      if (named === undefined) throw notFound();
      return runtime.beside(tx, named.dossierId, async (beside) => {
        const row = (await tx.payments.first({ id: named.id }, { lock: 'wait' }))!;
        await work({ services, tx, beside, actor: actor.account.id, at }, row);
        return { before: row.status, id: row.id, dossierId: row.dossierId, status: (await keepState(tx, row, at)).payment.status };
      });
    });
    const { row, dossier, shown } = await store.read(async (tx) => {
      const row = (await tx.payments.first({ id: done.id }))!;
      return { row, dossier: await tx.dossiers.first({ id: done.dossierId }), shown: (await casesOf(tx, library, actor, [row]))[0]! };
    });
    if (dossier !== undefined) tellOf(services.live, dossier, at, 'money');
    if (done.status === 'paid' && done.before !== 'paid' && dossier?.endedAt === null) await tellProcess(services, row);
    return shown;
  };

  return {
    'GET /api/desk/money': ({ query, actor, at }) => store.read((tx) => moneyCases(tx, services, actor, query, at)),

    'POST /api/desk/money/:id': ({ params, body, actor, key, at }) =>
      acting({ kind: 'money.settle', actor, key, at, body: { ...params, ...body } }, (tx) => tx.payments.first(moneyOf(actor, { id: params.id })), (desk, payment) => settle(desk, payment, body)),

    'POST /api/desk/refunds/:id': ({ params, body, actor, key, at }) =>
      acting({ kind: 'refund.decide', actor, key, at, body: { ...params, ...body } }, async (tx) => {
        const asked = await tx.moneyEntries.first({ refund: params.id, kind: 'asked' });
        return asked && tx.payments.first(moneyOf(actor, { id: asked.paymentId }));
      }, (desk, payment) => decideRefund(desk, payment, params.id, body)),
  } satisfies Partial<Handlers>;
};
