import { Type, type Static } from 'typebox';
import { AnyJson, Count, Id, Instant, Line, LocalText, ProcedureName, UnitName, orNull, shape } from './shape.ts';

/** A step that waits for a program outside. What it is handed is not shown: that is for the program alone. */
export const OutsideJob = shape({
  id: Id, dossier: Id, dossierCode: Line, procedure: ProcedureName, unit: UnitName,
  /** Whether the reader may open the dossier itself. */
  mayRead: Type.Boolean(),
  node: Line, step: LocalText, topic: Line,
  /** Since when the step waits. */
  since: Instant,
  /**
   * `waiting`: whoever asks first gets it; `held`: `program` has it in hand until `until`; `silent`: `program` had it until
   * then and has not said what came of it; `again`: it failed and is given out again from `until` on.
   */
  standing: Type.Enum(['waiting', 'held', 'silent', 'again']),
  program: orNull(Line),
  until: Instant,
  /** How often it was taken in hand. */
  attempts: Count,
  /** What the last try that failed said. */
  error: orNull(Line),
  /** BPMN errors for which the process has a way from this step; `any`: for every code. */
  errors: shape({ codes: Type.Array(Line), any: Type.Boolean() }),
});
export type OutsideJob = Static<typeof OutsideJob>;

/** Oldest first; `more` when not all are shown. */
export const OutsideWork = shape({ jobs: Type.Array(OutsideJob), more: Type.Boolean() });
export type OutsideWork = Static<typeof OutsideWork>;

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
export const ReleaseWork = shape({ reason: Reason });
/** `data` is kept as the step's answer. */
export const DoWork = shape({ reason: Reason, data: Type.Optional(AnyJson) });
/** With this BPMN error the process takes its way; `reason` is kept with it. */
export const FailWork = shape({ reason: Reason, error: Line });
