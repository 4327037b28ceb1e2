import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { shape } from '../api/shape.ts';
import { readJson } from '../http/json-body.ts';
import type { PaymentNotice, PaymentProvider } from './provider.ts';
import { isSigned, signatureOf } from './signature.ts';

const Notice = shape({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Enum(['paid', 'failed', 'refunded']),
  amount: Type.Integer({ minimum: 0 }),
  currency: Type.String({ maxLength: 3 }),
  at: Type.String({ maxLength: 40 }),
});

export interface SimulatedBank extends PaymentProvider {
  /** The payer decided on the bank's page: answers the signed notice, which the bank then sends. */
  decide(reference: string, amount: number, paid: boolean, at: string): { readonly body: Uint8Array; readonly signature: string };
}

/** A bank that moves no money. Every page of it says so. Its memory ends with the process. */
export function simulatedBank(secret: string, newId: () => string): SimulatedBank {
  const known = new Map<string, PaymentNotice[]>();
  return {
    name: 'simulated',
    start: async ({ reference }) => ({ url: `/bank/${reference}` }),
    read(body, signature) {
      if (!isSigned(secret, body, signature)) return undefined;
      try {
        const read = readJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return 'value' in read && Check(Notice, read.value) ? read.value : undefined;
      } catch {
        return undefined;
      }
    },
    ask: async (reference) => known.get(reference) ?? [],
    decide(reference, amount, paid, at) {
      const notice: PaymentNotice = { id: newId(), reference, kind: paid ? 'paid' : 'failed', amount, currency: 'VND', at };
      known.set(reference, [...(known.get(reference) ?? []), notice]);
      const body = Buffer.from(JSON.stringify(notice));
      return { body, signature: signatureOf(secret, body) };
    },
  };
}
