import { Check } from 'typebox/value';
import { readJson } from '../http/json-body.ts';
import { PaymentNotice } from './notice.ts';
import type { PaymentProvider } from './provider.ts';
import { isSigned, signatureOf } from './signature.ts';

const signedIn = 'x-signature';

export interface SimulatedBank extends PaymentProvider {
  /** The payer decided on the bank's page: answers the signed notice, which the bank then sends. */
  decide(reference: string, amount: number, paid: boolean, at: string): { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> };
}

/** A bank that moves no money. Every page of it says so. Its memory ends with the process. */
export function simulatedBank(secret: string, newId: () => string): SimulatedBank {
  const known = new Map<string, PaymentNotice[]>();
  return {
    name: 'simulated',
    start: async ({ reference }) => ({ url: `/bank/${reference}` }),
    read(body, headers) {
      if (!isSigned(secret, body, headers[signedIn] ?? '')) return undefined;
      try {
        const read = readJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return 'value' in read && Check(PaymentNotice, read.value) ? read.value : undefined;
      } catch {
        return undefined;
      }
    },
    ask: async ({ reference }) => known.get(reference) ?? [],
    decide(reference, amount, paid, at) {
      const notice: PaymentNotice = { id: newId(), reference, kind: paid ? 'paid' : 'failed', amount, currency: 'VND', at };
      known.set(reference, [...(known.get(reference) ?? []), notice]);
      const body = Buffer.from(JSON.stringify(notice));
      return { body, headers: { [signedIn]: signatureOf(secret, body) } };
    },
  };
}
