import { findDossier } from '../access/scope.ts';
import type { Actor } from '../access/actor.ts';
import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { setPolicy } from '../http/security-headers.ts';
import { bankPage } from '../payments/bank-page.ts';
import { receiveNotice } from '../payments/receive-notice.ts';
import type { Services } from '../services.ts';
import { paymentView } from '../views/payment-view.ts';

const noticeLimit = 64_000;

export const paymentHandlers = (services: Services) => {
  const { store, payments, bank } = services;
  const own = (actor: Actor, id: string) => store.read(async (tx) => {
    const payment = await tx.payments.first({ id });
    if (payment === undefined) throw notFound();
    await findDossier(tx, actor, payment.dossierId);
    return payment;
  });
  const byReference = async (reference: string) => {
    const payment = bank === undefined ? undefined : await store.read((tx) => tx.payments.first({ reference }));
    if (payment === undefined) throw notFound();
    return payment;
  };

  return {
    'GET /api/payments/:id': async ({ params, actor }) => paymentView(await own(actor, params.id)),

    'POST /api/payments/:id/start': async ({ params, actor }) => {
      const payment = await own(actor, params.id);
      if (payment.status !== 'pending') throw new ProblemError('payment-closed');
      return payments.start(payment);
    },

    'POST /api/payments/callbacks/:provider': async ({ params, context }) => {
      if (params.provider !== payments.name) throw notFound();
      const notice = payments.read(await readBytes(context, noticeLimit), context.get('X-Signature'));
      if (notice === undefined) throw new ProblemError('forbidden');
      const kept = await receiveNotice(services, payments.name, notice);
      if (kept === 'unknown') throw notFound();
      return { kept };
    },

    'GET /bank/:reference': async ({ params, context }) => {
      const payment = await byReference(params.reference);
      setPolicy(context, 'app');
      return { content: bankPage({ reference: payment.reference, amount: payment.amount, open: payment.status === 'pending' }), type: 'text/html; charset=utf-8', headers: { 'Cache-Control': 'no-store' } };
    },

    'POST /bank/:reference': async ({ params, context, at }) => {
      const form = new URLSearchParams((await readBytes(context, 1000)).toString('utf8'));
      const payment = await byReference(params.reference);
      if (bank !== undefined && payment.status === 'pending') {
        // The notice takes the way a real bank's would: signed bytes, read and checked again.
        const { body, signature } = bank.decide(payment.reference, payment.amount, form.get('decision') === 'pay', at);
        const notice = bank.read(body, signature);
        if (notice !== undefined) await receiveNotice(services, bank.name, notice);
      }
      return { redirect: `/dossiers/${payment.dossierId}` };
    },
  } satisfies Partial<Handlers>;
};
