import type { Clock } from '../../engine/calendar/clock.ts';
import { endClock, limitClock, pauseClock, resumeClock, startClock } from '../../engine/calendar/clock.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import { officeDate } from '../../engine/calendar/office-day.ts';
import { calendarOf } from '../calendars.ts';
import { dossierFacts } from '../dossier-facts.ts';
import { forgetDueMoved } from '../due-moved.ts';
import { dossierTurns } from '../dossier-turns.ts';
import { logOf } from '../log-kept.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Carry } from './effects.ts';

/** Moves the dossier's legal clock. A move that does not fit (a pause before acceptance) changes nothing and is logged. */
export const moveClock: Carry<'clock'> = async (open, effect, event) => {
  if (effect.action === 'start') open.row = { ...open.row, acceptedAt: open.row.acceptedAt ?? event.at };
  try {
    const clock = moved(open, effect.action, effect.cause, event.at);
    if (clock !== null) await setClock(open, clock, event.at);
    // Another due date is told at once, so that what waits for the one before may follow it.
    if (effect.action === 'limit' && open.row.status === 'active') return { type: 'data', at: event.at, by: 'system', data: { dossier: dossierFacts(open.row) } };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    logOf(open.world, open.tx)('warn', 'clock.move-refused', { dossier: open.row.id, node: effect.node, action: effect.action, reason: error.message });
  }
  return undefined;
};

function moved(open: OpenDossier, action: 'start' | 'limit' | 'pause' | 'resume' | 'end', cause: string | undefined, at: string): Clock | null {
  const clock = open.row.clock as Clock | null;
  if (action === 'start') return clock ?? begun(open, at);
  if (clock === null || clock.endedAt !== null) return clock;
  switch (action) {
    case 'limit': return limitClock(clock, at, limitOf(open) ?? clock.limit);
    case 'pause': return pauseClock(clock, at, cause ?? 'other');
    case 'resume': return resumeClock(clock, at, cause);
    case 'end': return endClock(clock, at);
  }
}

/** The limit decided for this dossier goes before the procedure's own. */
function limitOf({ row, procedure }: OpenDossier): string | undefined {
  const decided = row.data['timeLimit'];
  return typeof decided === 'string' ? decided : procedure.timeLimit?.(officeDate(row.submittedAt));
}

function begun(open: OpenDossier, at: string): Clock | null {
  const limit = limitOf(open);
  return limit === undefined ? null : startClock(at, limit);
}

export async function setClock(open: OpenDossier, clock: Clock, at: string): Promise<void> {
  const calendar = await calendarOf(open.world.store, open.tx, open.row.unitId);
  const paused = clock.endedAt === null ? clock.pauses.find(({ to }) => to === null) : undefined;
  await forgetDueMoved(open.tx, open.row, open.now);
  open.row = { ...open.row, clock, ...dossierTurns(calendar, clock, at, open.procedure.dueSoon), pausedAt: paused?.from ?? null };
}
