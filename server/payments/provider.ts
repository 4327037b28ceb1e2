import type { Json } from '../../engine/state.ts';
import type { Beneficiary } from './vietqr.ts';
import type { PaymentNotice } from './notice.ts';

/** What is to be paid. `reference` is ours, on everything that the provider says of it; `back` is the page to come back to. Of a refund, `amount` is what is given back, and `refund` names it. */
export interface Due { readonly reference: string; readonly amount: number; readonly code: string; readonly back: string; readonly refund?: string }

/** How the payer pays: on a page of the provider, or by a QR code that their bank's app reads. */
export type Way = { readonly url: string } | { readonly qr: string; readonly to?: Beneficiary };

/** A bank or payment platform. Its notices may repeat, come late or out of order, or be lost: `ask` finds the lost ones. */
export interface PaymentProvider {
  readonly name: string;
  /** Where the payer goes. Throws ProblemError `unavailable`. */
  start(due: Due): Promise<Way>;
  /** Reads a notice from a request's exact bytes (the body of a POST, the query of a GET) and its headers, by their names in lower case; undefined when its signature or shape is wrong. */
  read(body: Uint8Array, headers: Readonly<Record<string, string>>): PaymentNotice | undefined;
  /** What the provider wants to hear when a notice was kept; nothing particular without it. */
  readonly heard?: Json;
  /** Everything the provider knows of a payment. Throws ProblemError `unavailable`. */
  ask(due: Due): Promise<readonly PaymentNotice[]>;
  /** Gives money back, once for each `refund` however often it is asked; what it knows of that now, perhaps nothing yet. Absent where the provider does not offer it. Throws ProblemError `unavailable`. */
  refund?(due: Due): Promise<readonly PaymentNotice[]>;
}
