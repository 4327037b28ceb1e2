import { Type, type Static } from 'typebox';
import { AnyObject, Id, Instant, Line, LocalText, ProcedureName, orNull, shape } from './shape.ts';

/** A fault of model, data or connector; the dossier waits until a person mends it. */
export const IncidentView = shape({
  id: Id, dossier: Id, dossierCode: Line, procedure: ProcedureName,
  node: orNull(Line), step: orNull(LocalText), code: Line, message: Line,
  raisedAt: Instant, resolvedAt: orNull(Instant),
  /** Ways out of a gateway that could not choose; none for other steps. */
  ways: Type.Array(shape({ flow: Line, to: LocalText })),
  /** Whether the step may be left as if it were done. */
  skippable: Type.Boolean(),
});
export type IncidentView = Static<typeof IncidentView>;

export const Incidents = shape({ incidents: Type.Array(IncidentView) });
export type Incidents = Static<typeof Incidents>;

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });

/**
 * Tries the failed step again; `data` is merged into the dossier's data first. `changes` puts values right by their path
 * ("application.work.footprint"), judged by the form they belong to, and needs a `reason`.
 */
export const RetryIncident = shape({ data: Type.Optional(AnyObject), changes: Type.Optional(AnyObject), reason: Type.Optional(Reason) });

/** Leaves the step; `data` is kept instead of what it would have given, `flows` are the ways out of a gateway that could not choose. */
export const SkipIncident = shape({ data: Type.Optional(AnyObject), flows: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 50 })), reason: Reason });
