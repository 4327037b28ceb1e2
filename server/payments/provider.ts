/** What a provider says happened to a payment. `id` is the provider's own: the same notice has the same id, however often it comes. */
export interface PaymentNotice {
  readonly id: string;
  readonly reference: string;
  readonly kind: 'paid' | 'failed' | 'refunded';
  /** Whole đồng. */
  readonly amount: number;
  readonly currency: string;
  readonly at: string;
}

/** A bank or payment platform. Its notices may repeat, come late or out of order, or be lost: `ask` finds the lost ones. */
export interface PaymentProvider {
  readonly name: string;
  /** Where the payer goes. */
  start(payment: { readonly reference: string; readonly amount: number }): Promise<{ readonly url: string }>;
  /** Reads a notice from a request's exact bytes; undefined when its signature or shape is wrong. */
  read(body: Uint8Array, signature: string): PaymentNotice | undefined;
  /** Everything the provider knows of a payment. */
  ask(reference: string): Promise<readonly PaymentNotice[]>;
}
