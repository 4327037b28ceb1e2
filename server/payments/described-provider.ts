import { createHash } from 'node:crypto';
import { NoValue, valueOf, written } from '../../procedures/described/mapping.ts';
import type { Data, Json } from '../../engine/state.ts';
import { callDescribed } from '../connectors/described.ts';
import type { Log } from '../http/log.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Systems } from '../outside/systems.ts';
import { asConnector, askedOf, type Question } from './asked-of.ts';
import type { Asked, PaymentDescription, SignedPage } from './description.ts';
import type { PaymentNotice } from './notice.ts';
import type { Due, PaymentProvider, Way } from './provider.ts';
import { readNotice } from './read-notice.ts';
import { signatureOf } from './signature.ts';
import { signedPage } from './signed-page.ts';
import { vietQr } from './vietqr.ts';

export interface House { readonly systems: Exclude<Systems, 'simulated'>; readonly publicUrl: string; readonly now: () => string; readonly log: Log }

/** Tries of one question, while a person or the minute's reconciliation waits. */
const tries = 2;

/** The provider that a description describes (read-payments.ts has read it, with its system and secrets). */
export function describedProvider({ systems, publicUrl, now, log }: House, description: PaymentDescription): PaymentProvider {
  const { name, start, notice } = description;
  const secrets = systems[description.system]?.secrets ?? {};
  const turns = new Map<string, number>();

  const inputsOf = (due: Due): Data => ({ reference: due.reference, amount: due.amount, currency: 'VND', code: due.code, back: due.back, ...(due.refund !== undefined && { refund: due.refund }), notify: `${publicUrl}/api/payments/callbacks/${name}` });
  const ask = async (question: Question, asked: Asked, due: Due): Promise<Data> => {
    const at = now();
    const inputs = signed(inputsOf(due), asked, secrets, at);
    // The same for every try, and another for each question: the provider does it once.
    const key = createHash('sha256').update(`${question} ${due.refund ?? due.reference}`).digest('hex').slice(0, 32);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await callDescribed({ systems, publicUrl, turns }, asConnector(description, question, asked), { key, job: key, dossier: { code: due.code }, inputs, at, attempt, waiting: null }, now(), new AbortController().signal);
      if ('done' in outcome) return outcome.done as Data;
      if ('retry' in outcome && attempt < tries) continue;
      // Neither what was sent nor what was answered stands in the log.
      log('error', 'payment provider did not answer as described', { provider: name, question, code: 'code' in outcome ? outcome.code : 'error' in outcome ? outcome.error : 'not-reached', attempts: attempt });
      throw new ProblemError('unavailable', { detail: silent });
    }
  };
  const noticesOf = async (question: 'status' | 'refund', asked: Asked, due: Due): Promise<readonly PaymentNotice[]> => {
    const { notices } = (await ask(question, asked, due)) as unknown as { readonly notices: readonly PaymentNotice[] };
    // It was asked about one payment: what it says of another is not listened to.
    return notices.filter(({ reference }) => reference === due.reference);
  };

  const pageOf = ({ page }: SignedPage, due: Due, refuse: (code: string) => never): string => {
    try {
      return `${systems[description.system]?.address ?? ''}${signedPage(page, inputsOf(due), now(), secrets[page.signature.secret] ?? '')}`;
    } catch (error) {
      if (error instanceof NoValue) return refuse('no-value');
      throw error;
    }
  };

  const status = askedOf(description, 'status');
  const refund = askedOf(description, 'refund');
  return {
    name,
    async start(due) {
      if ('vietqr' in start) return { qr: vietQr(start.vietqr, due.amount, due.reference), to: start.vietqr };
      const refuse = (code: string): never => {
        log('error', 'payment provider did not answer as described', { provider: name, question: 'start', code, attempts: 1 });
        throw new ProblemError('unavailable', { detail: silent });
      };
      const way = 'page' in start ? { url: pageOf(start, due, refuse) } : (await ask('start', start, due)) as unknown as Way;
      return wayOf(way, systems[description.system]?.private ?? false, refuse);
    },
    read: (bytes, headers) => readNotice(description, secrets[notice.signature.secret], bytes, headers, now()),
    ...(notice.answer !== undefined && { heard: notice.answer as Json }),
    ask: async (due) => (status === undefined ? [] : noticesOf('status', status, due)),
    ...(refund !== undefined && { refund: (due: Due) => noticesOf('refund', refund, due) }),
  };
}

const silent = {
  vi: 'Cổng thanh toán chưa trả lời. Chưa có khoản tiền nào được chuyển; vui lòng thử lại sau ít phút.',
  en: 'The payment provider does not answer. No money was moved; please try again in a few minutes.',
};

/** What is asked, with what the description signs of it as `inputs.signature`. */
function signed(inputs: Data, { signature }: Asked, secrets: Readonly<Record<string, string>>, at: string): Data {
  if (signature === undefined) return inputs;
  const text = written(valueOf(signature.of, { data: { inputs }, at }, 'signature/of'), 'signature/of');
  return { ...inputs, signature: signatureOf(secrets[signature.secret] ?? '', Buffer.from(text), signature) };
}

/** A page that a browser may be sent to: https, or plain http within a network of the office. */
function wayOf(way: Way, isPrivate: boolean, refuse: (code: string) => never): Way {
  if ('qr' in way) return way;
  const url = URL.parse(way.url);
  if (url === null || !(url.protocol === 'https:' || (isPrivate && url.protocol === 'http:')) || url.username !== '') return refuse('page-refused');
  return { url: url.href };
}
