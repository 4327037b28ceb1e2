import type { Clock } from '../../engine/calendar/clock.ts';
import { endClock, pauseClock, resumeClock, startClock } from '../../engine/calendar/clock.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import { officeDate } from '../../engine/calendar/office-day.ts';
import { calendarOf } from '../calendars.ts';
import { forgetDueMoved } from '../due-moved.ts';
import { dossierTurns } from '../dossier-turns.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Carry } from './effects.ts';

/** Moves the dossier's legal clock. A move that does not fit (a pause before acceptance) changes nothing and is logged. */
export const moveClock: Carry<'clock'> = async (open, effect, event) => {
  if (effect.action === 'start') open.row = { ...open.row, acceptedAt: open.row.acceptedAt ?? event.at };
  try {
    const clock = moved(open, effect.action, effect.cause, event.at);
    if (clock !== null) await setClock(open, clock, event.at);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    open.world.log('warn', 'clock.move-refused', { dossier: open.row.id, node: effect.node, action: effect.action, reason: error.message });
  }
};

function moved(open: OpenDossier, action: 'start' | 'pause' | 'resume' | 'end', cause: string | undefined, at: string): Clock | null {
  const clock = open.row.clock as Clock | null;
  if (action === 'start') return clock ?? begun(open, at);
  if (clock === null || clock.endedAt !== null) return clock;
  switch (action) {
    case 'pause': return pauseClock(clock, at, cause ?? 'other');
    case 'resume': return resumeClock(clock, at, cause);
    case 'end': return endClock(clock, at);
  }
}

/** The limit decided for this dossier goes before the procedure's own. */
function begun({ row, procedure }: OpenDossier, at: string): Clock | null {
  const decided = row.data['timeLimit'];
  const limit = typeof decided === 'string' ? decided : procedure.timeLimit?.(officeDate(row.submittedAt));
  return limit === undefined ? null : startClock(at, limit);
}

export async function setClock(open: OpenDossier, clock: Clock, at: string): Promise<void> {
  const calendar = await calendarOf(open.world.store, open.tx, open.row.unitId);
  const paused = clock.endedAt === null ? clock.pauses.find(({ to }) => to === null) : undefined;
  await forgetDueMoved(open.tx, open.row, open.now);
  open.row = { ...open.row, clock, ...dossierTurns(calendar, clock, at, open.procedure.dueSoon), pausedAt: paused?.from ?? null };
}
