import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Clock } from '../engine/calendar/clock.ts';
import { clockView } from '../engine/calendar/clock-view.ts';
import { deadline } from '../engine/calendar/deadline.ts';
import { CalendarError } from '../engine/calendar/failure.ts';
import type { Transaction } from '../storage/store.ts';
import { calendarOf } from './calendars.ts';
import type { Surroundings } from './runtime.ts';
import { timerDue } from './timer-due.ts';

/** Computes what a unit's calendar decides again, from the facts that are kept: open timers, steps and dossiers. Answers how many moved. */
export async function recomputeDeadlines(world: Surroundings, unitIds: readonly string[]): Promise<number> {
  let moved = 0;
  for (const unitId of unitIds) {
    moved += await world.store.transaction(async (tx) => {
      const calendar = await calendarOf(world.store, tx, unitId);
      return (await timers(tx, calendar, unitId)) + (await tasks(tx, calendar, unitId)) + (await dossiers(tx, calendar, unitId, world.now()));
    });
  }
  if (moved > 0) await world.store.announceWork();
  return moved;
}

async function timers(tx: Transaction, calendar: CompiledCalendar, unitId: string): Promise<number> {
  let moved = 0;
  for (const job of await tx.jobs.find({ unitId, kind: 'timer', status: 'open' }, { lock: 'wait', order: [['id', 'asc']] })) {
    const dueAt = job.timer && readable(() => timerDue(calendar, job.timer as NonNullable<typeof job.timer>));
    if (dueAt == null || dueAt === job.dueAt) continue;
    moved += await tx.jobs.update({ dossierId: job.dossierId, id: job.id }, { dueAt, runAt: dueAt });
  }
  return moved;
}

async function tasks(tx: Transaction, calendar: CompiledCalendar, unitId: string): Promise<number> {
  let moved = 0;
  for (const task of await tx.tasks.find({ unitId, status: 'open', timeLimit: { not: null } }, { order: [['id', 'asc']] })) {
    const dueAt = readable(() => deadline(calendar, task.openedAt, task.timeLimit ?? '').dueAt);
    if (dueAt === undefined || dueAt === task.dueAt) continue;
    moved += await tx.tasks.update({ dossierId: task.dossierId, id: task.id, status: 'open' }, { dueAt });
  }
  return moved;
}

async function dossiers(tx: Transaction, calendar: CompiledCalendar, unitId: string, now: string): Promise<number> {
  let moved = 0;
  for (const row of await tx.dossiers.find({ unitId, status: 'active', dueAt: { not: null } }, { lock: 'wait', order: [['id', 'asc']] })) {
    const clock = row.clock as Clock | null;
    const dueAt = clock === null ? undefined : readable(() => clockView(calendar, clock, now).dueAt);
    if (dueAt === undefined || dueAt === row.dueAt) continue;
    moved += await tx.dossiers.update({ id: row.id }, { dueAt });
  }
  return moved;
}

/** A limit that could not be read when it was set stays as it is. */
function readable(compute: () => string): string | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
