import { Type, type Static } from 'typebox';
import { ConflictAbout, Mark } from '../../procedures/procedure.ts';
import { AnyObject, Count, Hash, Id, Instant, Line, LocalText, PersonName, ProcedureKey, ProcedureName, Role, Text, UnitName, orNull, shape } from './shape.ts';
import { ClockView, DossierState, StepClock, WorkingTime } from './clock.ts';
import { Applicant, GivenDelivery } from './draft.ts';
import { Channel } from './dossier.ts';
import { DossierFile } from './file.ts';
import { IncidentView } from './incident.ts';
import { LookedUp } from './look-up.ts';
import { Linked } from './linked.ts';
import { LetterView } from './letter.ts';
import { DeskNearby } from './nearby.ts';
import { PaymentView } from './fee.ts';
import { SupplementView } from './supplement.ts';
import { Turn } from './timeline.ts';

/** A row of the search over the dossiers a staff member may see; nobody applied for what began by itself. */
export const DossierRow = shape({
  id: Id, code: Line, procedure: ProcedureName, subject: orNull(Line), applicant: orNull(Line), unit: UnitName,
  state: DossierState, submittedAt: Instant, clock: ClockView, step: orNull(LocalText),
});
export type DossierRow = Static<typeof DossierRow>;

export const DossierSearch = shape({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  procedure: Type.Optional(ProcedureKey),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export const DossierRows = shape({ dossiers: Type.Array(DossierRow), next: orNull(Line) });
export type DossierRows = Static<typeof DossierRows>;

/** A step that was opened: who had it, how long it took in working time, what was answered. */
export const StepDone = shape({
  task: Id, node: Line, name: LocalText, role: Role, unit: UnitName,
  standing: Type.Enum(['open', 'claimed', 'completed', 'cancelled']),
  by: orNull(PersonName),
  openedAt: Instant, claimedAt: orNull(Instant), closedAt: orNull(Instant),
  clock: StepClock, used: orNull(WorkingTime),
  form: orNull(Line), answer: orNull(AnyObject),
});
export type StepDone = Static<typeof StepDone>;

/** A question to another agency and its answer; silence past the limit is consent. */
export const Opinion = shape({
  task: Id, agency: UnitName, askedAt: Instant, dueAt: orNull(Instant), answeredAt: orNull(Instant),
  standing: Type.Enum(['pending', 'agreed', 'objected', 'deemed-consent', 'withdrawn']),
  text: orNull(Line), by: orNull(PersonName),
});
export type Opinion = Static<typeof Opinion>;

/** A paper that the law asks for, and what stands in the dossier for it. */
export const ChecklistItem = shape({
  code: Line, name: LocalText, needed: Type.Boolean(), why: orNull(LocalText), legalBasis: orNull(LocalText),
  field: orNull(Line), files: Type.Array(DossierFile), present: Type.Boolean(),
  /** An original that is brought to the counter; no file of the dossier stands for it. */
  byHand: Type.Boolean(),
});
export type ChecklistItem = Static<typeof ChecklistItem>;

/** An entry of the record in words. */
export const HistoryEntry = shape({ seq: Count, at: Instant, by: orNull(PersonName), kind: Line, text: LocalText, hash: Hash });
export type HistoryEntry = Static<typeof HistoryEntry>;

export const Note = shape({ id: Id, at: Instant, by: PersonName, text: Type.String() });
export type Note = Static<typeof Note>;
export const NewNote = shape({ text: Text });

/** Everything about one dossier for those who work on it. */
/** A question of law on which sources disagree. */
export const OpenQuestion = shape({
  id: Line, about: ConflictAbout, subject: LocalText, flag: LocalText,
  readings: Type.Array(shape({ value: LocalText, /** The reading that is followed. */ used: Type.Boolean(), source: Text, mark: Mark })),
});
export type OpenQuestion = Static<typeof OpenQuestion>;

export const DeskDossier = shape({
  id: Id, code: Line, version: Count,
  procedure: ProcedureName, procedureVersion: shape({ hash: Hash, number: Count }),
  unit: UnitName, subject: orNull(Line), state: DossierState, stateSince: Instant,
  channel: Channel, delivery: orNull(GivenDelivery),
  submittedAt: Instant, acceptedAt: orNull(Instant), endedAt: orNull(Instant),
  clock: ClockView, turn: Turn, applicant: orNull(Applicant),
  form: Line,
  /** Answers of the application form, and all data of the dossier (steps' answers, competence, fee …). */
  data: AnyObject,
  facts: AnyObject,
  /** What the house looked up when it was filed. */
  lookUps: Type.Array(LookedUp),
  checklist: Type.Array(ChecklistItem),
  files: Type.Array(DossierFile),
  steps: Type.Array(StepDone),
  /** Open steps that the reader may do: open `GET /api/tasks/:id`. */
  myTasks: Type.Array(shape({ task: Id, node: Line, name: LocalText, standing: Type.Enum(['open', 'claimed']) })),
  /** Open groups of steps that have no order: which of them may be begun, and whether the reader's role does it. */
  /** `turn` tells one from another where several are open at once. */
  adHoc: Type.Array(shape({ node: Line, token: Count, turn: orNull(Count), name: LocalText, mine: Type.Boolean(), ends: Type.Boolean(), steps: Type.Array(shape({ node: Line, name: LocalText })) })),
  /** Steps that wait for data: in each of `needs` what is lacking, any one of which lets them begin; `from` is the step that gives it. */
  awaited: Type.Array(shape({ node: Line, step: LocalText, needs: Type.Array(Type.Array(shape({ data: Line, from: orNull(LocalText) }))) })),
  opinions: Type.Array(Opinion),
  supplements: Type.Array(SupplementView),
  letters: Type.Array(LetterView),
  payments: Type.Array(PaymentView),
  incidents: Type.Array(IncidentView),
  notes: Type.Array(Note),
  history: Type.Array(HistoryEntry),
  record: shape({ entries: Count, head: Hash }),
  /** Of procedures whose applicants are shown what others have open nearby. */
  nearby: orNull(DeskNearby),
  linked: Linked,
  /** What sources of law disagree about that touches it. */
  questions: Type.Array(OpenQuestion),
  unreadMessages: Count,
  can: shape({ note: Type.Boolean(), write: Type.Boolean() }),
});
export type DeskDossier = Static<typeof DeskDossier>;
