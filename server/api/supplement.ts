import { Type, type Static } from 'typebox';
import { AnyJson, Count, Id, Instant, Line, LocalText, orNull, shape } from './shape.ts';

/** One thing to correct: a field or a file field, by its path in the application form. */
export const SupplementItem = shape({
  target: Type.Enum(['field', 'file']),
  path: Line,
  label: LocalText,
  remark: Type.String(),
  before: AnyJson,
  /** The citizen's correction; absent until it was sent. */
  after: Type.Optional(AnyJson),
});
export type SupplementItem = Static<typeof SupplementItem>;

/** A request to supplement and, once it came, its answer. */
export const SupplementView = shape({
  number: Count,
  requestedAt: Instant,
  respondBy: orNull(Instant),
  answeredAt: orNull(Instant),
  remark: orNull(Type.String()),
  letter: orNull(Id),
  items: Type.Array(SupplementItem),
});
export type SupplementView = Static<typeof SupplementView>;
