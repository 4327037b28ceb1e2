import { Type, type Static } from 'typebox';
import { Instant, Line, LocalText, UnitName, shape } from './shape.ts';
import { ClockView, DossierState } from './clock.ts';
import { TimelineStep, Turn } from './timeline.ts';

/** Tracking without signing in: the code, and the last four digits of the identity or phone number given when filing. */
export const TrackQuery = shape({
  code: Type.String({ minLength: 1, maxLength: 60 }),
  lastDigits: Type.String({ pattern: '^\\d{4}$' }),
});
export type TrackQuery = Static<typeof TrackQuery>;

/** Progress only: no name, no answer, no file. */
export const Tracked = shape({
  code: Line, procedure: LocalText, unit: UnitName, state: DossierState, stateSince: Instant,
  submittedAt: Instant, clock: ClockView, turn: Turn, timeline: Type.Array(TimelineStep),
});
export type Tracked = Static<typeof Tracked>;
