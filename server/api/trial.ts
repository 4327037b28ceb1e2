import { Type, type Static } from 'typebox';
import { Limit } from '../../procedures/procedure.ts';
import { Count, Id, Instant, Line, LocalText, PersonName, ProcedureKey, Role, Sentence, orNull, shape } from './shape.ts';
import { PackagePath } from './designer.ts';

/** Somebody fictional whom the designer plays; `path` is where their app is shown. */
export const TrialPerson = shape({ id: Id, name: Line, role: orNull(Role), face: Type.Enum(['portal', 'desk']), path: Line, /** Open steps they may do. */ tasks: Count });
export type TrialPerson = Static<typeof TrialPerson>;

export const TrialDossier = shape({
  id: Id, code: Line, status: Line, applicant: orNull(PersonName), dueAt: orNull(Instant),
  /** Elements where it waits, and those that only wait for a time beside; elements it has passed, and flows it has taken, in the order it first did. */
  open: Type.Array(Line), timed: Type.Array(Line), passed: Type.Array(Line), taken: Type.Array(Line),
  incidents: Type.Array(shape({ element: Line, code: Line, message: Type.String({ maxLength: 1000 }) })),
});
export type TrialDossier = Static<typeof TrialDossier>;

/** A house of its own in which a draft is tried out: fictional people, a clock that stands until it is moved, nothing of it kept. */
export const Trial = shape({
  id: Id, procedure: ProcedureKey, at: Instant,
  /** When something happens by itself next: a time limit, a reminder. */
  nextAt: orNull(Instant),
  people: Type.Array(TrialPerson), dossiers: Type.Array(TrialDossier),
});
export type Trial = Static<typeof Trial>;

/** Moves the clock on: to the next thing that happens by itself, by a limit in working or calendar time, or to an instant. */
export const AdvanceTrial = Type.Union([shape({ next: Type.Literal(true) }), shape({ by: Limit }), shape({ to: Instant })]);
export type AdvanceTrial = Static<typeof AdvanceTrial>;

export const RecordTrial = shape({ dossier: Id, name: shape({ vi: Line, en: Line }) });
export type RecordTrial = Static<typeof RecordTrial>;

/** The scenario and its application as files of the package; with `problems` when it cannot be played again as it was lived. */
export const TrialRecorded = shape({
  name: LocalText, problems: Type.Array(Sentence),
  files: Type.Array(shape({ path: PackagePath, text: Type.String({ maxLength: 2_000_000 }) })),
});
export type TrialRecorded = Static<typeof TrialRecorded>;
