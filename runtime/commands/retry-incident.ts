import type { Event } from '../../engine/event.ts';
import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import { calendarOf } from '../calendars.ts';
import type { RetryIncident, Standing } from '../command.ts';
import { corrected } from '../corrections.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, dueTimers, openDossier } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { invalid } from '../supplement.ts';
import { timerDue } from '../timer-due.ts';

/** A person has mended the cause: what failed is done again, once. Refused as not found when the incident is not open. */
export async function retryIncident(world: Surroundings, tx: Transaction, now: string, command: RetryIncident): Promise<Standing> {
  const { actor, incident, changes, reason } = command;
  const open = await openDossier(world, tx, now, command.dossierId);
  if (changes !== undefined && (reason ?? '').trim() === '') throw invalid([{ path: 'reason', message: 'expected a reason for the change of data, but it is empty' }]);
  const data = changes === undefined ? command.data : { ...command.data, ...corrected(open, changes) };
  const about = { incident, ...(reason === undefined ? {} : { reason }) };
  const event: Event = { type: 'incident.retry', at: now, by: actor, incident, ...(data === undefined ? {} : { data }) };
  if (incident >= 0) {
    await fireDueTimers(open);
    await advance(open, { kind: 'incident.retry', actor, about }, [event]);
    return settled(open);
  }
  await setAgain(open, incident, actor);
  await advance(open, { kind: 'incident.retry', actor, about }, data === undefined ? [] : [{ type: 'data', at: now, by: actor, data }]);
  open.due = await dueTimers(tx, open.row.id, now);
  await fireDueTimers(open);
  return settled(open);
}

/** A timer that could not be set or fired (its incident is below zero) is set once more. */
async function setAgain({ world, tx, row, now }: OpenDossier, incident: number, actor: string): Promise<void> {
  const resolved = await tx.incidents.update({ dossierId: row.id, incident, resolvedAt: null }, { resolvedAt: now, resolvedBy: actor });
  const job = await tx.jobs.first({ dossierId: row.id, kind: 'timer', reference: -incident, status: 'failed' });
  if (resolved === 0 || job?.timer == null) throw new Refused({ ok: false, refused: 'not-found', message: `expected incident ${incident} to be open, but it is not` });
  try {
    const dueAt = timerDue(await calendarOf(world.store, tx, job.unitId), job.timer);
    await tx.jobs.update({ dossierId: row.id, id: job.id }, { status: 'open', dueAt, runAt: dueAt, attempts: 0, error: null });
  } catch (error) {
    throw invalid([{ path: 'incident', message: error instanceof Error ? error.message : String(error) }]);
  }
}
