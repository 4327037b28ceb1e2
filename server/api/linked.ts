import { Type, type Static } from 'typebox';
import { Id, Instant, Line, LocalText, ProcedureName, UnitName, orNull, shape } from './shape.ts';
import { ClockView, DossierState } from './clock.ts';

/** A dossier of the same applicant that began with this one, or from which this one began. */
export const LinkedDossier = shape({
  /** Null where the reader may not open it: then they see its code, whose it is and how it stands. */
  dossier: orNull(Id),
  code: Line,
  procedure: ProcedureName,
  unit: UnitName,
  state: DossierState,
  submittedAt: Instant,
  endedAt: orNull(Instant),
  /** Where it ended, as its applicant is told; null before, and for whoever may not open it. */
  ended: orNull(LocalText),
  clock: orNull(ClockView),
});
export type LinkedDossier = Static<typeof LinkedDossier>;

/** What a dossier belongs together with: each with its own unit and clock. */
export const Linked = shape({ from: orNull(LinkedDossier), begun: Type.Array(LinkedDossier) });
export type Linked = Static<typeof Linked>;
