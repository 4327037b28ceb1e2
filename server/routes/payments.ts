import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../../engine/state.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import { findDossier } from '../access/scope.ts';
import type { Actor } from '../access/actor.ts';
import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { setPolicy } from '../http/security-headers.ts';
import { bankPage } from '../payments/bank-page.ts';
import { dueOf } from '../payments/due.ts';
import type { PaymentProvider } from '../payments/provider.ts';
import { qrPage } from '../payments/qr-page.ts';
import { receiveNotice } from '../payments/receive-notice.ts';
import type { Services } from '../services.ts';
import { paymentViews } from '../views/payment-view.ts';

const noticeLimit = 64_000;
const htmlPage = (content: string) => ({ content, type: 'text/html; charset=utf-8', headers: { 'Cache-Control': 'no-store' } });

export const paymentHandlers = (services: Services) => {
  const { store, payments, bank, configuration } = services;
  const own = (actor: Actor, id: string) => store.read(async (tx) => {
    const payment = await tx.payments.first({ id });
    if (payment === undefined) throw notFound();
    return { payment, dossier: await findDossier(tx, actor, payment.dossierId) };
  });
  const byReference = async (wanted: boolean, reference: string) => {
    const payment = wanted ? await store.read((tx) => tx.payments.first({ reference })) : undefined;
    if (payment === undefined) throw notFound();
    return payment;
  };
  const provider = (): PaymentProvider => {
    if (payments === undefined) throw new ProblemError('unavailable', { detail: nobody });
    return payments;
  };
  /** A notice changes nothing unless it is signed, and nothing when it comes again: as a GET it is as safe as a POST. */
  const hear = async (name: string, said: Uint8Array, given: IncomingHttpHeaders): Promise<Json> => {
    if (payments === undefined || name !== payments.name) throw notFound();
    const headers = Object.fromEntries(Object.entries(given).map(([header, value]) => [header, [value ?? ''].flat().join(', ')]));
    const notice = payments.read(said, headers);
    if (notice === undefined) throw new ProblemError('forbidden');
    const kept = await receiveNotice(services, payments.name, notice);
    if (kept === 'unknown') throw notFound();
    return payments.heard ?? { kept };
  };
  const due = (payment: PaymentRow) => store.read((tx) => dueOf(tx, payment, configuration.publicUrl));

  return {
    'GET /api/payments/:id': async ({ params, actor }) => {
      const { payment } = await own(actor, params.id);
      return store.read(async (tx) => (await paymentViews(tx, [payment]))[0]!);
    },

    'POST /api/payments/:id/start': async ({ params, actor }) => {
      const { payment, dossier } = await own(actor, params.id);
      if (payment.status !== 'pending' || dossier.endedAt !== null) throw new ProblemError('payment-closed');
      const way = await provider().start(await due(payment));
      return { url: 'url' in way ? way.url : `/pay/${payment.reference}` };
    },

    'POST /api/payments/callbacks/:provider': async ({ params, context }) => hear(params.provider, await readBytes(context, noticeLimit), context.headers),

    'GET /api/payments/callbacks/:provider': ({ params, context }) => hear(params.provider, Buffer.from(context.querystring), context.headers),

    'GET /pay/:reference': async ({ params, context }) => {
      const payment = await byReference(payments !== undefined && bank === undefined, params.reference);
      const open = payment.status === 'pending';
      const asked = await due(payment);
      const way = open ? await provider().start(asked) : undefined;
      if (way !== undefined && !('qr' in way)) throw notFound();
      setPolicy(context, 'app');
      return htmlPage(await qrPage({ reference: payment.reference, amount: payment.amount, open, back: `/dossiers/${payment.dossierId}`, title: asked.code }, way));
    },

    'GET /bank/:reference': async ({ params, context }) => {
      const payment = await byReference(bank !== undefined, params.reference);
      setPolicy(context, 'app');
      return htmlPage(bankPage({ reference: payment.reference, amount: payment.amount, open: payment.status === 'pending' }));
    },

    'POST /bank/:reference': async ({ params, context, at }) => {
      const form = new URLSearchParams((await readBytes(context, 1000)).toString('utf8'));
      const payment = await byReference(bank !== undefined, params.reference);
      if (bank !== undefined && payment.status === 'pending') {
        // The notice takes the way a real bank's would: signed bytes, read and checked again.
        const { body, headers } = bank.decide(payment.reference, payment.amount, form.get('decision') === 'pay', at);
        const notice = bank.read(body, headers);
        if (notice !== undefined) await receiveNotice(services, bank.name, notice);
      }
      return { redirect: `/dossiers/${payment.dossierId}` };
    },
  } satisfies Partial<Handlers>;
};

const nobody = {
  vi: 'Cơ quan chưa nhận thanh toán trực tuyến. Vui lòng nộp phí, lệ phí tại quầy.',
  en: 'The office takes no payments online yet. Please pay at the counter.',
};
