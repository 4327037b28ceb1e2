import { Type, type Static } from 'typebox';
import { AnyObject, Count, Id, Instant, Line, LocalText, ProcedureName, orNull, shape } from './shape.ts';

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
const Element = Type.String({ minLength: 1, maxLength: 200 });

const Begin = shape({ place: Type.Enum(['before', 'after', 'along']), element: Element, scope: Type.Optional(Count) });

/** Where a dossier's process stands, without anything personal: its tokens, and the steps to which one may be moved. */
export const ProcessView = shape({
  dossier: Id, code: Line, version: Count,
  procedure: ProcedureName,
  /** A statechart: states are entered, tokens are left by that. */
  chart: Type.Boolean(),
  tokens: Type.Array(shape({ token: Count, node: Line, step: LocalText, waits: Line })),
  steps: Type.Array(shape({ node: Line, kind: Line, step: LocalText })),
  /** The last move by hand, while nothing has happened since, and the move that takes it back. */
  back: orNull(shape({ at: Instant, by: Line, from: Type.Array(LocalText), to: Type.Array(LocalText), cancel: Type.Array(Count), begin: Type.Array(Begin) })),
});
export type ProcessView = Static<typeof ProcessView>;

/**
 * Moves the process by hand: tokens are taken away, others begin before or after a step or along a flow. `changes` puts values
 * right by their path ("application.work.footprint"), judged by their form.
 */
export const MoveDossier = shape({
  expectedVersion: Count,
  cancel: Type.Array(Count, { maxItems: 50 }),
  begin: Type.Array(Begin, { maxItems: 50 }),
  changes: Type.Optional(AnyObject),
  reason: Reason,
});

/** What would be done, in order: `type` is the engine's word (task.open, timer.cancel, clock …). */
export const MovePreview = shape({ effects: Type.Array(shape({ type: Line, node: orNull(Line), step: orNull(LocalText) })) });
export type MovePreview = Static<typeof MovePreview>;
export const Moved = shape({ version: Count });

/** Begins a step of an open ad-hoc sub-process; with `done` the sub-process `node` itself is declared done. */
export const BeginStep = shape({ node: Element, token: Type.Optional(Count), done: Type.Optional(Type.Boolean()) });
