import { Type, type Static } from 'typebox';
import { RefundView } from './money.ts';
import { Count, Id, Instant, Line, LocalText, Money, orNull, shape } from './shape.ts';

/** phí is a `charge`, lệ phí a `levy`. */
export const FeeLine = shape({
  code: Line, name: LocalText, kind: Type.Enum(['charge', 'levy']),
  quantity: Count, unitPrice: Money, amount: Money, legalBasis: orNull(LocalText),
});
export type FeeLine = Static<typeof FeeLine>;

export const Fee = shape({
  lines: Type.Array(FeeLine), total: Money, currency: Type.Literal('VND'),
  /** Why nothing or less is due. */
  waived: orNull(LocalText),
});
export type Fee = Static<typeof Fee>;

export const PaymentView = shape({
  id: Id,
  state: Type.Enum(['pending', 'paid', 'failed', 'refunded', 'waived']),
  fee: Fee,
  requestedAt: Instant,
  paidAt: orNull(Instant),
  receiptNo: orNull(Line),
  /** What is to be given back, what was, and how. */
  owed: Money, returned: Money, refunds: Type.Array(RefundView),
});
export type PaymentView = Static<typeof PaymentView>;

/** Where the citizen pays: the provider's own page. */
export const PaymentStarted = shape({ url: Line });

/** What a system's callback is answered with: it was kept, or had been kept before. */
export const CallbackKept = shape({ kept: Type.Enum(['new', 'repeated']) });
