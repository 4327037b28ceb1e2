import { Type, type Static } from 'typebox';
import { AnyObject, Count, Id, Instant, Line, LocalText, ProcedureName, UnitName, orNull, shape } from './shape.ts';

/** A fault of model, data or connector; the dossier waits until a person mends it. */
export const IncidentView = shape({
  id: Id, dossier: Id, dossierCode: Line, procedure: ProcedureName,
  /** Whether the reader may open the dossier itself: administrators as such do not read dossiers. */
  mayRead: Type.Boolean(),
  node: orNull(Line), step: orNull(LocalText), code: Line, message: Line,
  raisedAt: Instant, resolvedAt: orNull(Instant),
  /** Ways out of a gateway that could not choose; none for other steps. */
  ways: Type.Array(shape({ flow: Line, to: LocalText })),
  /** Whether the step may be left as if it were done. */
  skippable: Type.Boolean(),
});
export type IncidentView = Static<typeof IncidentView>;

/** Dossiers that a timer should have begun and could not; there is none yet that could be read. */
export const FailedStart = shape({
  /** Names the timer. */
  id: Line, procedure: ProcedureName, unit: UnitName,
  /** The start event. */
  step: LocalText,
  /** How many wait to begin, and since when the first was due. */
  dossiers: Count, since: Instant,
  /** Whether the timer itself stands still, so that no further turn comes. */
  stands: Type.Boolean(),
  message: Line,
});
export type FailedStart = Static<typeof FailedStart>;

export const Incidents = shape({ incidents: Type.Array(IncidentView), starts: Type.Array(FailedStart) });
export type Incidents = Static<typeof Incidents>;

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });

/**
 * Tries the failed step again; `data` is merged into the dossier's data first. `changes` puts values right by their path
 * ("application.work.footprint"), judged by the form they belong to, and needs a `reason`.
 */
export const RetryIncident = shape({ data: Type.Optional(AnyObject), changes: Type.Optional(AnyObject), reason: Type.Optional(Reason) });

/** Leaves the step; `data` is kept instead of what it would have given, `flows` are the ways out of a gateway that could not choose. */
export const SkipIncident = shape({ data: Type.Optional(AnyObject), flows: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 50 })), reason: Reason });

/** Gives up the dossiers that could not begin. */
export const SkipStart = shape({ reason: Reason });
