import { CalendarError } from '../../engine/calendar/failure.ts';
import type { TimerRequest } from '../../storage/tables/jobs.ts';
import { calendarOf } from '../calendars.ts';
import { timerIncident } from '../timer-incident.ts';
import { timerDue } from '../timer-due.ts';
import { rowId } from '../row-id.ts';
import type { Carry } from './effects.ts';

export const setTimer: Carry<'timer.set'> = async (open, effect, event) => {
  const { row, tx, now } = open;
  const timer: TimerRequest = { ...effect.timer, from: effect.from };
  const job = {
    id: rowId(row.id, effect.key), dossierId: row.id, kind: 'timer' as const, node: effect.node, reference: effect.subscription, connector: null, inputs: {},
    timer, unitId: row.unitId, doneAt: null, attempts: 0, fence: 0, leasedBy: null, waiting: null, callKey: null, createdAt: now,
  };
  try {
    const dueAt = timerDue(await calendarOf(open.world.store, tx, row.unitId), timer);
    const set = { ...job, status: 'open' as const, dueAt, runAt: dueAt, error: null };
    await tx.jobs.insert(set);
    if (dueAt <= now) open.due = [...open.due, set];
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    await tx.jobs.insert({ ...job, status: 'failed', dueAt: event.at, runAt: event.at, error: error.message });
    await timerIncident(tx, now, job, 'timer-unreadable', error.message);
  }
};

export const cancelTimer: Carry<'timer.cancel'> = async (open, effect) => {
  const { tx, row } = open;
  const which = { dossierId: row.id, kind: 'timer' as const, reference: effect.subscription };
  await tx.jobs.set({ ...which, status: { in: ['open', 'failed'] } }, { status: 'cancelled' });
  open.due = open.due.filter(({ reference }) => reference !== effect.subscription);
  await tx.incidents.set({ dossierId: row.id, incident: -effect.subscription, resolvedAt: null }, { resolvedAt: open.now, resolvedBy: 'system' });
};
