import { Type, type Static } from 'typebox';
import { AnyObject, Count, Hash, Id, Instant, Line, LocalText, PersonName, ProcedureKey, ProcedureName, Role, Text, UnitName, orNull, shape } from './shape.ts';
import { ClockView, DossierState, StepClock } from './clock.ts';
import { PaymentView } from './fee.ts';
import { SupplementView } from './supplement.ts';

const dossierOfTask = shape({
  id: Id, code: Line, version: Count, procedure: ProcedureName, subject: orNull(Line), applicant: orNull(Line),
  state: DossierState, submittedAt: Instant, clock: ClockView,
});

const taskFacts = {
  id: Id,
  /** Element id in the process. */
  node: Line,
  name: LocalText,
  role: Role,
  /** The standard role whose rights that one has. */
  like: Role,
  /** Everybody who may do it, by role: one of several, where the drawing names several groups. */
  roles: Type.Array(Role),
  unit: UnitName,
  standing: Type.Enum(['open', 'claimed', 'completed', 'cancelled']),
  assignee: orNull(PersonName),
  openedAt: Instant,
  claimedAt: orNull(Instant),
  clock: StepClock,
};

/** `new` never opened by anyone; `returned` sent back for rework; `supplemented` the citizen answered; `message` unread. */
export const Badge = Type.Enum(['new', 'returned', 'supplemented', 'message', 'late', 'soon', 'paused']);
export type Badge = Static<typeof Badge>;

export const WorkItem = shape({
  ...taskFacts,
  dossier: dossierOfTask,
  badges: Type.Array(Badge),
  can: shape({ claim: Type.Boolean(), release: Type.Boolean(), complete: Type.Boolean() }),
});
export type WorkItem = Static<typeof WorkItem>;

/** mine = claimed by or assigned to me; team = open for my roles in my units; all = every open step of my units that I may read. */
export const WorklistQuery = shape({
  scope: Type.Optional(Type.Enum(['mine', 'team', 'all'])),
  due: Type.Optional(Type.Enum(['late', 'today', 'soon', 'paused'])),
  procedure: Type.Optional(ProcedureKey),
  node: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  /** Dossier code or applicant's name, marks and case forgiven. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum(['due', 'opened', 'submitted'])),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type WorklistQuery = Static<typeof WorklistQuery>;

export const Worklist = shape({
  items: Type.Array(WorkItem),
  next: orNull(Line),
  /** How many stand in each list, filters aside. */
  counts: shape({ mine: Count, team: Count, all: Count, late: Count, today: Count, soon: Count, paused: Count }),
  /** What the filters can choose from. */
  steps: Type.Array(shape({ node: Line, name: LocalText, procedure: ProcedureKey, count: Count })),
  procedures: Type.Array(ProcedureName),
});
export type Worklist = Static<typeof Worklist>;

/** One step with all that is needed to do it, for staff and applicants alike. */
export const TaskView = shape({
  ...taskFacts,
  dossier: dossierOfTask,
  /** Form of the step: `GET /api/procedures/:key/forms/:form?version=…`. */
  form: orNull(shape({ procedure: ProcedureKey, version: Hash, key: Line })),
  /** What the form starts with: prefilled, or the earlier answer when the step is done again. */
  data: AnyObject,
  /** Letters to look at before deciding: previewed at the desk; what was issued, for an applicant to read. */
  letters: Type.Array(shape({ key: Line, name: LocalText, issued: orNull(Id) })),
  /** Applicant's steps: what to correct, what to pay. */
  supplement: orNull(SupplementView),
  payment: orNull(PaymentView),
  /** Sent back for rework: by whom and with what remark. */
  returned: orNull(shape({ by: Line, at: Instant, remark: orNull(Line) })),
  /** If the step asked the applicant now: the limit to answer, and when it would end. Null when it cannot ask. */
  answerBy: orNull(shape({ limit: Line, dueAt: Instant })),
  /** People who may be given the step; empty for those who may not give it. */
  assignable: Type.Array(PersonName),
  /** Why the reader may not complete it although it is open; null when they may. */
  barred: orNull(Type.Enum(['role', 'claimed-by-other', 'four-eyes', 'closed'])),
  /** What whoever does the step may report of it instead, by the events drawn at it; `ends` when the step is over with that. */
  raises: Type.Array(shape({ kind: Type.Enum(['error', 'escalation']), code: Line, name: orNull(LocalText), ends: Type.Boolean() })),
  can: shape({ claim: Type.Boolean(), release: Type.Boolean(), complete: Type.Boolean() }),
});
export type TaskView = Static<typeof TaskView>;

export const AssignTask = shape({ account: Id, expectedVersion: Count });
export const ExpectVersion = shape({ expectedVersion: Count });

/**
 * The step's answer: what its form asked. A supplement request is `{ outcome: 'supplement', items: [{ target, path, remark }] }`
 * (limits in the form's schema); the applicant's supplement is `{ changes: { [path]: value } }`.
 */
export const CompleteTask = shape({ expectedVersion: Count, data: AnyObject });
export type CompleteTask = Static<typeof CompleteTask>;

/** `code`: one of the step's `raises`. */
export const RaiseFromTask = shape({ expectedVersion: Count, kind: Type.Enum(['error', 'escalation']), code: Line, reason: Text });
export type RaiseFromTask = Static<typeof RaiseFromTask>;

export const TaskCompleted = shape({
  dossier: Id, version: Count, state: DossierState,
  /** Steps that are open now. */
  open: Type.Array(shape({ task: Id, name: LocalText, whose: Type.Enum(['applicant', 'unit', 'agency', 'machine']), mine: Type.Boolean() })),
  /** The next step in my worklist, for "decide and open the next". */
  nextTask: orNull(Id),
});
export type TaskCompleted = Static<typeof TaskCompleted>;

export const PreviewLetter = shape({ data: AnyObject });
