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

/**
 * What the machine gave up and a person must mend, and that stops no step of a dossier. `start`: dossiers that a timer or a word should
 * have begun; `word`: a word that dossiers wait for and could not be handed; `version`: one that is not offered though its day has come;
 * `unreadable`: one that is offered and cannot be read, which only another version mends;
 * `refund`: the provider did not give money back, which whoever keeps the money settles at the desk.
 */
export const Failure = shape({
  id: Type.String({ maxLength: 1000 }), kind: Type.Union([Type.Literal('start'), Type.Literal('word'), Type.Literal('version'), Type.Literal('unreadable'), Type.Literal('refund')]),
  procedure: ProcedureName, unit: orNull(UnitName),
  /** The start event, the word, or the number of the version. */
  what: LocalText,
  /** How many dossiers wait, and since when the first. */
  dossiers: Count, since: Instant,
  /** Whether more than these wait: a timer has no further turn. */
  stands: Type.Boolean(),
  message: Line,
});
export type Failure = Static<typeof Failure>;

export const Incidents = shape({ incidents: Type.Array(IncidentView), failures: Type.Array(Failure) });
export type Incidents = Static<typeof Incidents>;

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });

/**
 * Tries the failed step again; `data` is merged into the dossier's data first. `changes` puts values right by their path
 * ("application.work.footprint"), judged by the form they belong to, and needs a `reason`.
 */
export const RetryIncident = shape({ data: Type.Optional(AnyObject), changes: Type.Optional(AnyObject), reason: Type.Optional(Reason) });

/** Leaves the step; `data` is kept instead of what it would have given, `flows` are the ways out of a gateway that could not choose. */
export const SkipIncident = shape({ data: Type.Optional(AnyObject), flows: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 50 })), reason: Reason });

/** Gives up what the machine could not do. */
export const SkipFailure = shape({ reason: Reason });
