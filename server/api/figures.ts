import { Type, type Static } from 'typebox';
import { Count, Instant, Line, LocalText, ProcedureKey, UnitName, orNull, shape } from './shape.ts';

const Minutes = Type.Number({ minimum: 0 });
/** Half of all took at most `median`, nine of ten at most `p90`, in minutes of `counted` time. */
export const TimeTaken = shape({ median: Minutes, p90: Minutes });
export type TimeTaken = Static<typeof TimeTaken>;
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** `done` is how many times the figures are of; below the minimum sample they are null. `waiting`: open now. */
export const StepFigures = shape({ node: Line, name: LocalText, whose: Type.Enum(['applicant', 'unit', 'agency', 'machine']), done: Count, waiting: Count, time: orNull(TimeTaken) });
export type StepFigures = Static<typeof StepFigures>;

/** How often each answer was given to a question that is asked with the stars; only of questions that enough have answered. */
export const AnswerFigures = shape({ id: Line, text: LocalText, answered: Count, answers: Type.Array(shape({ value: Line, word: LocalText, count: Count })) });
export type AnswerFigures = Static<typeof AnswerFigures>;

/** How content people were: stars from 1 to 5 of `rated` dossiers, and what else they answered. */
const satisfaction = { rated: Count, stars: orNull(Type.Number({ minimum: 1, maximum: 5 })), asked: Type.Array(AnswerFigures) };

/** Of the dossiers whose legal clock has ended: how many, and the share that kept it; of those that were rated how content people were. */
export const UnitFigures = shape({ unit: UnitName, ended: Count, onTime: orNull(Share), ...satisfaction });
export type UnitFigures = Static<typeof UnitFigures>;

export const ProcedureFigures = shape({
  key: ProcedureKey, name: LocalText, limit: Line,
  /** Office hours, or day and night where the law counts so. */
  counted: Type.Enum(['working', 'wall']),
  /** Filed in the period; open now; of these late by law. */
  filed: Count, open: Count, late: Count,
  ended: Count, time: orNull(TimeTaken), onTime: orNull(Share),
  ...satisfaction,
  steps: Type.Array(StepFigures), units: Type.Array(UnitFigures),
});
export type ProcedureFigures = Static<typeof ProcedureFigures>;

/** How long offices really take, for everybody. `sample`: at most so many of the newest dossiers of each procedure are looked at; `minimum`: fewer say nothing; `fictional`: all of it is made up. */
export const PublicClock = shape({ at: Instant, from: Instant, days: Count, minimum: Count, sample: Count, fictional: Type.Boolean(), procedures: Type.Array(ProcedureFigures), units: Type.Array(UnitFigures) });
export type PublicClock = Static<typeof PublicClock>;
