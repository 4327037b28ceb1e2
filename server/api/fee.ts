import { Type, type Static } from 'typebox';
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
});
export type PaymentView = Static<typeof PaymentView>;

/** Where the citizen pays: the provider's own page. */
export const PaymentStarted = shape({ url: Line });

/** What a system's callback is answered with: it was kept, or had been kept before. */
export const CallbackKept = shape({ kept: Type.Enum(['new', 'repeated']) });

/** An administrator gives a fee back at the provider. */
export const Refund = shape({ reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) });

/** Notices that a person should look at, newest first: they did not fit their payment, or money came when the dossier had ended. */
export const OddNotices = shape({
  notices: Type.Array(shape({
    payment: Id, code: Line, reference: Line, kind: Type.Enum(['paid', 'failed', 'refunded']), amount: Money,
    /** What was asked for. */
    due: Money, reason: Type.Enum(['amount', 'currency', 'twice', 'dossier-closed']), at: Instant,
    state: Type.Enum(['pending', 'paid', 'failed', 'refunded', 'waived']),
    /** Whether the provider can be asked to give it back. */
    refundable: Type.Boolean(),
  })),
});
