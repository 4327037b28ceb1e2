/**
 * A dossier's or a step's clock: facts only, never a forecast, so changed calendar data needs no migration.
 * What it means at a moment is in clock-view.ts.
 */
import { CalendarError, shown } from './failure.ts';
import { parseInstant } from './instant.ts';
import { asTimeLimit, type TimeLimit } from './limit.ts';

/** The named causes of the law's pauses that the report rules look at (C4). */
export const SUPPLEMENT = 'supplement';

interface Pause {
  /** A named legal cause, for example `supplement`, `payment`, `posting`. */
  readonly cause: string;
  readonly from: string;
  /** null while it lasts. */
  readonly to: string | null;
}

/** A limit that held until another was set in its place. */
interface FormerLimit {
  readonly limit: TimeLimit;
  readonly until: string;
}

/** Instants are ISO 8601 UTC. Pauses for different causes may overlap; they are in the order they began. */
export interface Clock {
  readonly limit: TimeLimit;
  readonly startedAt: string;
  readonly pauses: readonly Pause[];
  readonly endedAt: string | null;
  /** Those before `limit`, the first first; none as long as the first one holds. */
  readonly former?: readonly FormerLimit[];
}

/** C3: `at` is the acceptance. It may lie ahead (accepted tonight, counted from tomorrow). */
export function startClock(at: string, limit: TimeLimit | string): Clock {
  parseInstant(at);
  return { limit: asTimeLimit(limit), startedAt: at, pauses: [], endedAt: null };
}

/** Stops the count for a cause (C5, C10). @throws CalendarError when ended, not started, or already paused for this cause. */
export function pauseClock(clock: Clock, at: string, cause: string): Clock {
  refuseUnlessRunning(clock, at, 'pause');
  if (cause === '') throw new CalendarError('clock_move_invalid', 'expected a pause to name its cause, but got an empty text');
  const same = clock.pauses.findLast((pause) => pause.cause === cause);
  if (same !== undefined && (same.to === null || parseInstant(at) < parseInstant(same.to))) {
    throw new CalendarError('clock_move_invalid', `expected no pause for ${shown(cause)} at ${at}, but there is one from ${same.from}${same.to === null ? '' : ` to ${same.to}`}`);
  }
  return { ...clock, pauses: [...clock.pauses, { cause, from: at, to: null }] };
}

/** Ends the open pause of one cause, or of all when none is named. The count goes on when none is left. @throws CalendarError when there is none. */
export function resumeClock(clock: Clock, at: string, cause?: string): Clock {
  refuseUnlessRunning(clock, at, 'resume');
  const ends = (pause: Pause): boolean => pause.to === null && (cause === undefined || pause.cause === cause);
  if (!clock.pauses.some(ends)) {
    throw new CalendarError('clock_move_invalid', `expected a pause${cause === undefined ? '' : ` for ${shown(cause)}`} to resume from at ${at}, but the clock is not paused for it`);
  }
  return closePauses(clock, at, ends);
}

/** Ends the clock, and with it any open pause. @throws CalendarError when it has ended before. */
export function endClock(clock: Clock, at: string): Clock {
  refuseUnlessRunning(clock, at, 'end');
  return { ...closePauses(clock, at, (pause) => pause.to === null), endedAt: at };
}

/** Another limit holds from `at` on and counts from there, in place of what was left of the one before. @throws CalendarError when ended, or for a text that is no limit. */
export function limitClock(clock: Clock, at: string, limit: TimeLimit | string): Clock {
  refuseUnlessRunning(clock, at, 'set the limit of');
  return { ...clock, limit: asTimeLimit(limit), former: [...(clock.former ?? []), { limit: clock.limit, until: at }] };
}

/** From when the limit that holds counts. */
export const countedFrom = ({ startedAt, former }: Pick<Clock, 'startedAt' | 'former'>): string => former?.at(-1)?.until ?? startedAt;

/** The clock as it stood at an instant: later pauses, resumptions, limits and the end are not yet known. */
export function clockAt(clock: Clock, at: string): Clock {
  const moment = parseInstant(at);
  const known = (instant: string | null): string | null => (instant !== null && parseInstant(instant) <= moment ? instant : null);
  const pauses = clock.pauses.filter((pause) => known(pause.from) !== null).map((pause) => ({ ...pause, to: known(pause.to) }));
  const held = clock.former?.findIndex(({ until }) => known(until) === null) ?? -1;
  const limits = held === -1 ? {} : { limit: clock.former![held]!.limit, former: clock.former!.slice(0, held) };
  return { ...clock, ...limits, pauses, endedAt: known(clock.endedAt) };
}

function closePauses(clock: Clock, at: string, ends: (pause: Pause) => boolean): Clock {
  const pauses = clock.pauses.map((pause) => {
    if (!ends(pause)) return pause;
    if (parseInstant(at) < parseInstant(pause.from)) {
      throw new CalendarError('clock_move_invalid', `expected the pause for ${shown(pause.cause)} to end after it began at ${pause.from}, but got ${at}`);
    }
    return { ...pause, to: at };
  });
  return { ...clock, pauses };
}

function refuseUnlessRunning(clock: Clock, at: string, move: string): void {
  if (clock.endedAt !== null) throw new CalendarError('clock_move_invalid', `expected a running clock to ${move}, but it ended at ${clock.endedAt}`);
  if (parseInstant(at) < parseInstant(clock.startedAt)) {
    throw new CalendarError('clock_move_invalid', `expected to ${move} a clock after its start at ${clock.startedAt}, but got ${at}`);
  }
}
