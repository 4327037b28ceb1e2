import { Type, type Static } from 'typebox';
import { Instant, LocalText, UnitName, orNull, shape } from './shape.ts';
import { StepClock } from './clock.ts';

/** One step as a citizen reads it. `next` steps are likely ones, not promises. */
export const TimelineStep = shape({
  name: LocalText,
  standing: Type.Enum(['done', 'current', 'next', 'cancelled']),
  whose: Type.Enum(['applicant', 'unit', 'agency', 'machine']),
  unit: orNull(UnitName),
  from: orNull(Instant),
  to: orNull(Instant),
  clock: StepClock,
  /** What came out, when it may be told: "accepted", "supplement requested", "no objection". */
  outcome: orNull(LocalText),
});
export type TimelineStep = Static<typeof TimelineStep>;

/** Whose turn it is now. */
export const Turn = shape({
  whose: Type.Enum(['applicant', 'unit', 'agency', 'machine', 'nobody']),
  unit: orNull(UnitName),
  step: orNull(LocalText),
  since: orNull(Instant),
  dueAt: orNull(Instant),
});
export type Turn = Static<typeof Turn>;
