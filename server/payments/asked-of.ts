import type { Description, Shape } from '../../procedures/described/description.ts';
import { PaymentNotice } from './notice.ts';
import type { Asked, PaymentDescription } from './description.ts';

/** What is asked of a provider. */
export type Question = 'start' | 'status' | 'refund';

const text = { type: 'string', minLength: 1 } as const;
/** What each question may read as `inputs`: `back` is the page that the payer comes back to, `notify` where notices go, `refund` the name of a refund, `signature` what the description signs. */
const inputs = {
  type: 'object', required: ['reference', 'amount', 'currency', 'code', 'back', 'notify'],
  properties: { reference: text, amount: { type: 'integer', minimum: 1 }, currency: text, code: text, back: text, notify: text, refund: text, signature: text },
} as const;

const url = { type: 'object', required: ['url'], properties: { url: { type: 'string', minLength: 1, maxLength: 2000 } } };
const qr = { type: 'object', required: ['qr'], properties: { qr: { type: 'string', minLength: 1, maxLength: 1000 } } };
const notices = { type: 'object', required: ['notices'], properties: { notices: { type: 'array', maxItems: 100, items: PaymentNotice } } };
const answers = { start: { anyOf: [url, qr] }, status: notices, refund: notices } as unknown as Readonly<Record<Question, Shape>>;

/** A question in the form of a connector: so its request, answers, stand-in and samples are read, checked and asked like any other's. */
export function asConnector({ format, title, system, auth, source, mark }: PaymentDescription, question: Question, { call, samples }: Asked): Description {
  return { format, name: `payments.${question}`, title, system, ...(auth && { auth }), inputs, answer: answers[question], call, samples, source, mark };
}

/** What a description says of a question; undefined where it says nothing, or where nobody is asked. */
export function askedOf(description: PaymentDescription, question: Question): Asked | undefined {
  const said = description[question];
  return said !== undefined && 'call' in said ? said : undefined;
}
