import { Type, type Static } from 'typebox';
import { Count, Id, Instant, Line, LocalText, Money, PersonName, ProcedureName, UnitName, orNull, shape } from './shape.ts';

const Day = Type.String({ format: 'date' });
const Note = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
const Document = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Amount = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A refund: waits for a second person, is on its way at the provider, failed there for now, was made, declined or abandoned. */
export const RefundView = shape({
  id: Id, amount: Money, way: Type.Enum(['provider', 'hand']), state: Type.Enum(['waits', 'sent', 'failed', 'made', 'declined', 'abandoned']),
  askedAt: Instant,
  /** When it was made; by hand, the day that the document bears. */
  madeOn: orNull(Day), document: orNull(Line),
});
export type RefundView = Static<typeof RefundView>;

/** Why money is odd: it is not what was asked for, came twice or too late, in another currency, or was given back though nobody asked. */
export const OddReason = Type.Enum(['amount', 'currency', 'twice', 'dossier-closed', 'unasked']);

/** What was decided of it. */
const MoneyDeed = shape({ kind: Type.Enum(['lowered', 'kept', 'aside', 'asked', 'approved', 'declined', 'abandoned']), at: Instant, by: orNull(PersonName), amount: Money, document: orNull(Line), note: orNull(Type.String()) });

/** A payment of which money is odd, or is given back. */
export const MoneyCase = shape({
  payment: Id, dossier: Id, code: Line, procedure: ProcedureName, unit: UnitName,
  /** Whether the reader may open the dossier itself. */
  mayRead: Type.Boolean(),
  applicant: orNull(Line), reference: Line, fee: Money, lines: Type.Array(LocalText),
  state: Type.Enum(['pending', 'paid', 'failed', 'refunded', 'waived']),
  /** Why the dossier takes no more money: its end. */
  endedAt: orNull(Instant),
  came: Type.Array(shape({ kind: Type.Enum(['paid', 'refunded']), at: Instant, amount: Money, currency: Line, reason: orNull(OddReason) })),
  /** What the office has as its fee, and what it owes; owed is below zero when more was given back than was owed. */
  fees: Money, owed: Type.Integer(),
  /** What may be given back now, what would make the fee full, and whether something waits that is no money in đồng. */
  free: Money, countable: Money, strange: Type.Boolean(),
  refunds: Type.Array(shape({ ...RefundView.properties, by: orNull(PersonName), /** Whether the reader may approve it. */ mine: Type.Boolean() })),
  deeds: Type.Array(MoneyDeed),
  open: Type.Boolean(), since: Instant,
});
export type MoneyCase = Static<typeof MoneyCase>;

/** With a code, what was paid in that dossier, odd or not. */
export const MoneyQuery = shape({ state: Type.Optional(Type.Enum(['open', 'settled'])), code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) });

export const MoneyCases = shape({
  cases: Type.Array(MoneyCase), open: Count, today: Day,
  /** Whether the provider of this installation gives money back. */
  byProvider: Type.Boolean(),
});
export type MoneyCases = Static<typeof MoneyCases>;

/** What is decided about a payment: count what came as the fee, lower the fee, say what was settled elsewhere, or give back. */
export const Settle = Type.Union([
  shape({ act: Type.Literal('keep'), note: Note }),
  shape({ act: Type.Literal('lower'), amount: Amount, document: Document, note: Note }),
  shape({ act: Type.Literal('aside'), note: Note }),
  shape({ act: Type.Literal('refund'), way: Type.Literal('provider'), amount: Amount, note: Note }),
  shape({ act: Type.Literal('refund'), way: Type.Literal('hand'), amount: Amount, document: Document, day: Day, note: Note }),
]);
export type Settle = Static<typeof Settle>;

export const DecideRefund = shape({ decision: Type.Enum(['approve', 'decline', 'retry', 'abandon']), note: Type.String({ maxLength: 1000 }) });
export type DecideRefund = Static<typeof DecideRefund>;
