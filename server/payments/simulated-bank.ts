import { Check } from 'typebox/value';
import { readJson } from '../http/json-body.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PaymentNotice } from './notice.ts';
import type { Due, PaymentProvider } from './provider.ts';
import { isSigned, signatureOf } from './signature.ts';

const signedIn = 'x-signature';

export interface SimulatedBank extends PaymentProvider {
  /** How it answers when it is asked to give money back: at once, later (when it is asked what it knows), not at all, or it does it and its answer is lost. */
  answers: 'now' | 'later' | 'never' | 'lost';
  refund(due: Due): Promise<readonly PaymentNotice[]>;
  /** The payer decided on the bank's page: answers the signed notice, which the bank then sends. */
  decide(reference: string, amount: number, paid: boolean, at: string): { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> };
}

/** A bank that moves no money. Every page of it says so. Its memory ends with the process. */
export function simulatedBank(secret: string, newId: () => string, now: () => string): SimulatedBank {
  const known = new Map<string, PaymentNotice[]>();
  const bank: SimulatedBank = {
    name: 'simulated', answers: 'now',
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
    async refund({ reference, amount, refund = reference }) {
      if (bank.answers === 'never') throw new ProblemError('unavailable');
      // However often it is asked, one refund is given back once.
      const id = `refund-${refund}`;
      const before = known.get(reference) ?? [];
      const notice: PaymentNotice = before.find((one) => one.id === id) ?? { id, reference, kind: 'refunded', amount, currency: 'VND', at: now() };
      if (!before.includes(notice)) known.set(reference, [...before, notice]);
      if (bank.answers === 'lost') throw new ProblemError('unavailable');
      return bank.answers === 'now' ? [notice] : [];
    },
    decide(reference, amount, paid, at) {
      const notice: PaymentNotice = { id: newId(), reference, kind: paid ? 'paid' : 'failed', amount, currency: 'VND', at };
      known.set(reference, [...(known.get(reference) ?? []), notice]);
      const body = Buffer.from(JSON.stringify(notice));
      return { body, headers: { [signedIn]: signatureOf(secret, body) } };
    },
  };
  return bank;
}
