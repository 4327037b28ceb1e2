import { Type, type Static } from 'typebox';
import { AnyObject, Id, Instant, Line, LocalText, ProcedureName, orNull, shape } from './shape.ts';

/** A fault of model, data or connector; the dossier waits until a person mends it. */
export const IncidentView = shape({
  id: Id, dossier: Id, dossierCode: Line, procedure: ProcedureName,
  node: orNull(Line), step: orNull(LocalText), code: Line, message: Line,
  raisedAt: Instant, resolvedAt: orNull(Instant),
});
export type IncidentView = Static<typeof IncidentView>;

export const Incidents = shape({ incidents: Type.Array(IncidentView) });
export type Incidents = Static<typeof Incidents>;

/** Tries the failed step again; `data` is merged into the dossier's data first. */
export const RetryIncident = shape({ data: Type.Optional(AnyObject) });
