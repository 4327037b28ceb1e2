import { Type, type Static } from 'typebox';
import { ClockView, DossierState, StepClock } from './clock.ts';
import { RoadMap } from './map.ts';
import { Count, Id, Instant, Line, LocalText, PersonName, ProcedureKey, ProcedureName, Role, UnitName, orNull, shape } from './shape.ts';

/** Somebody on duty. */
export const Shift = shape({ id: Id, unit: UnitName, person: PersonName, from: Instant, to: Instant, note: Type.String() });
export type Shift = Static<typeof Shift>;

/** Others that were called in: by which step, of which role, when; `by` has it in hand or has done it. */
const Escalation = shape({ name: LocalText, role: Role, at: Instant, by: orNull(PersonName), doneAt: orNull(Instant) });

/** An open dossier on the duty list. `place`: the road it lies at, and what the applicant said of the place. `point`: on the drawing, under its number. */
const OnDuty = shape({
  dossier: Id, code: Line, subject: orNull(Line), kind: orNull(LocalText), unit: UnitName, state: DossierState, submittedAt: Instant, clock: ClockView,
  road: orNull(LocalText), said: orNull(Type.String()), followers: Count,
  steps: Type.Array(shape({ task: Id, name: LocalText, role: Role, by: orNull(PersonName), clock: StepClock })),
  escalated: Type.Array(Escalation),
  point: orNull(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
});
export type OnDuty = Static<typeof OnDuty>;

/**
 * What is open of a procedure whose dossiers are watched by the minute, the first due first, and who is on duty for it. `procedures`: all that have
 * such a list. `more`: how many open ones beyond those that are shown.
 */
export const DutyList = shape({
  at: Instant, procedures: Type.Array(ProcedureName), procedure: orNull(ProcedureName),
  onDuty: Type.Array(Shift), next: Type.Array(Shift),
  dossiers: Type.Array(OnDuty), more: Count,
  map: orNull(RoadMap),
});
export type DutyList = Static<typeof DutyList>;
export const DutyQuery = shape({ procedure: Type.Optional(ProcedureKey) });

/** `mine`: the reader keeps this roster. */
export const RosterShift = shape({ ...Shift.properties, mine: Type.Boolean() });

/** The roster of the units whose work one does: shifts that are not over, and who may be put on duty by the reader. */
export const Roster = shape({
  at: Instant, shifts: Type.Array(RosterShift),
  units: Type.Array(shape({ unit: UnitName, people: Type.Array(PersonName) })),
});
export type Roster = Static<typeof Roster>;
export const NewShift = shape({ unit: Id, person: Id, from: Instant, to: Instant, note: Type.Optional(Type.String({ maxLength: 200 })) });
export type NewShift = Static<typeof NewShift>;
