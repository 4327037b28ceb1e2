import { Type, type Static } from 'typebox';
import { Instant, Line, orNull, shape } from './shape.ts';

/** An amount of working time, or of the clock on the wall where `working` is false; below zero when overdue. */
export const WorkingTime = shape({ amount: Type.Number(), unit: Type.Enum(['day', 'hour', 'minute']), working: Type.Boolean() });
export type WorkingTime = Static<typeof WorkingTime>;

/** Words for the clock: none = not started; early and on-time only when ended. */
export const ClockVerdict = Type.Enum(['none', 'within', 'soon', 'late', 'paused', 'early', 'on-time']);
export type ClockVerdict = Static<typeof ClockVerdict>;

/** The legal clock of a dossier. */
export const ClockView = shape({
  status: Type.Enum(['not-started', 'running', 'paused', 'ended']),
  verdict: ClockVerdict,
  /** The term, e.g. "7 working days". */
  limit: orNull(Line),
  startedAt: orNull(Instant),
  dueAt: orNull(Instant),
  endedAt: orNull(Instant),
  /** The new day promised in an apology (Mẫu 04), `YYYY-MM-DD`; the legal due time stays what it was. */
  promisedAnew: orNull(Line),
  /** When it was due by limits that others took the place of, and until when; the first first. */
  earlier: Type.Array(shape({ dueAt: Instant, until: Instant })),
  pause: orNull(shape({ cause: Line, since: Instant })),
  left: orNull(WorkingTime),
  /** False when the due date touches a calendar day that is not confirmed yet. */
  confirmed: Type.Boolean(),
});
export type ClockView = Static<typeof ClockView>;

/** The ten national dossier states: 1 submitted, 2 accepted, 3 not accepted, 4 in process, 5 supplement, 6 payment, 7 withdrawn, 8 stopped, 9 processed, 10 returned. */
export const DossierState = Type.Enum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
export type DossierState = Static<typeof DossierState>;

/** The due time of one step. */
export const StepClock = shape({ limit: orNull(Line), dueAt: orNull(Instant), verdict: ClockVerdict, left: orNull(WorkingTime) });
export type StepClock = Static<typeof StepClock>;
