import { Type, type Static } from 'typebox';
import { AnyObject, Count, Hash, Id, Instant, Line, LocalText, ProcedureKey, ProcedureName, UnitName, orNull, shape } from './shape.ts';
import { Fee, PaymentView } from './fee.ts';
import { FieldProblem } from './problem.ts';
import { DossierState } from './clock.ts';
import { LookedUp } from './look-up.ts';

/** How the citizen wants the result. The address members are asked for `post` only. */
export const Delivery = shape({
  method: Type.Enum(['electronic', 'post', 'counter']),
  receiver: Type.Optional(Type.String({ maxLength: 150 })),
  phone: Type.Optional(Type.String({ maxLength: 20 })),
  address: Type.Optional(Type.String({ maxLength: 500 })),
});
export type Delivery = Static<typeof Delivery>;

/** How a result is given: `asked` where that came to be another way than was asked for. */
export const GivenDelivery = shape({ ...Delivery.properties, asked: Type.Optional(Delivery.properties.method) });
export type GivenDelivery = Static<typeof GivenDelivery>;

/** The person who files, as signed in: shown, not typed. */
export const Applicant = shape({ account: Id, name: Line, idNo: Line, phone: orNull(Line), email: orNull(Line) });
export type Applicant = Static<typeof Applicant>;

export const DraftSummary = shape({ id: Id, procedure: ProcedureName, savedAt: Instant, createdAt: Instant, revision: Count });
export type DraftSummary = Static<typeof DraftSummary>;

export const DraftList = shape({ drafts: Type.Array(DraftSummary) });
export type DraftList = Static<typeof DraftList>;
export const DraftFilter = shape({ procedure: Type.Optional(ProcedureKey) });

export const NewDraft = shape({ procedure: ProcedureKey, unit: Type.Optional(Id) });

export const Draft = shape({
  ...DraftSummary.properties,
  /** Version whose form the draft answers. A draft follows the published version until it is filed. */
  version: Hash,
  /** The procedure was published anew since the last save: check the answers again. */
  versionChanged: Type.Boolean(),
  form: Line,
  unit: orNull(Id),
  applicant: Applicant,
  /** Answers of the application form so far; need not be valid. */
  data: AnyObject,
  delivery: orNull(Delivery),
  /** False when the form itself asks how the result is wanted (field `delivery`); then `delivery` stays null. */
  asksDelivery: Type.Boolean(),
  /** The questions after which `GET /api/drafts/:id/nearby` tells what others have open there; null where there is no such thing. */
  similarAfter: orNull(Type.Array(Line)),
  /** The questions at which `GET /api/drafts/:id/look-ups` tells what the maps say. */
  lookUpsAt: Type.Array(Line),
});
export type Draft = Static<typeof Draft>;

/** Autosave. `revision` is the one last read; a newer one stored elsewhere answers revision-conflict with `current`: Draft. */
export const SaveDraft = shape({ revision: Count, data: AnyObject, delivery: Type.Optional(Delivery), unit: Type.Optional(Id) });
export type SaveDraft = Static<typeof SaveDraft>;
export const DraftSaved = shape({ revision: Count, savedAt: Instant });
export type DraftSaved = Static<typeof DraftSaved>;

/** All that the check-your-answers page shows. `errors` have field ids as paths; `delivery.…` for the delivery. */
export const DraftChecked = shape({
  revision: Count,
  valid: Type.Boolean(),
  errors: Type.Array(FieldProblem),
  /** Remarks that do not stop the filing. */
  warnings: Type.Array(FieldProblem),
  /** The answers as they would be filed: normalised, hidden fields gone, computed fields filled in. */
  data: AnyObject,
  fee: Fee,
  timeLimit: orNull(Line),
  unit: orNull(UnitName),
  /** Why this unit, this time, this fee: rule and facts. */
  /** What the house looked up for the answers. */
  lookUps: Type.Array(LookedUp),
  reasons: Type.Array(shape({ about: Type.Enum(['unit', 'timeLimit', 'fee']), text: LocalText, legalBasis: orNull(LocalText) })),
});
export type DraftChecked = Static<typeof DraftChecked>;

/** Files the draft as it stands at `revision`. The declaration must have been made. */
export const FileDraft = shape({ revision: Count, declared: Type.Literal(true) });
export type FileDraft = Static<typeof FileDraft>;

/** The confirmation page. */
export const Filed = shape({
  dossier: Id,
  code: Line,
  procedure: ProcedureName,
  unit: UnitName,
  state: DossierState,
  submittedAt: Instant,
  /** The reception must answer by then. */
  receptionDueAt: orNull(Instant),
  timeLimit: orNull(Line),
  payments: Type.Array(PaymentView),
  /** Page that a QR of the confirmation leads to. */
  trackUrl: Line,
});
export type Filed = Static<typeof Filed>;
