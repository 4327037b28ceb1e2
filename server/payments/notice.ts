import { Type, type Static } from 'typebox';
import { shape } from '../api/shape.ts';

/** What a provider says happened to a payment. `id` is the provider's own: the same notice has the same id, however often it comes. */
export const PaymentNotice = shape({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Enum(['paid', 'failed', 'refunded']),
  /** Whole đồng. */
  amount: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  currency: Type.String({ maxLength: 3 }),
  at: Type.String({ maxLength: 40 }),
});
export type PaymentNotice = Readonly<Static<typeof PaymentNotice>>;
