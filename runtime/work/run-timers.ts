import { fireDueTimers } from '../due-timers.ts';
import { openDossier, save } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { timerIncident } from '../timer-incident.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';

/** Dossiers whose timers fire side by side: the store lets them share what a commit costs, and has room left for people. */
const BESIDE = 8;

/** Fires what is due, the longest due first; one transaction for each dossier. Answers how many fired. */
export async function runTimers(world: Surroundings, batch: number): Promise<number> {
  const due = await world.store.read((tx) =>
    tx.jobs.find({ kind: 'timer', status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch }));
  const dossiers = [...new Set(due.map((job) => job.dossierId))];
  let fired = 0;
  for (let index = 0; index < dossiers.length; index += BESIDE) {
    const each = await Promise.all(dossiers.slice(index, index + BESIDE).map((dossierId) => fireOrPutOff(world, dossierId)));
    for (const number of each) fired += number;
  }
  return fired;
}

async function fireOrPutOff(world: Surroundings, dossierId: string): Promise<number> {
  try {
    return await fireOf(world, dossierId);
  } catch (error) {
    await putOff(world, dossierId, error);
    return 0;
  }
}

async function fireOf(world: Surroundings, dossierId: string): Promise<number> {
  const { fired, moved } = await world.store.transaction(async (tx) => {
    const open = await openDossier(world, tx, world.now(), dossierId);
    const number = await fireDueTimers(open);
    if (open.row.version === open.savedVersion) return { fired: number, moved: undefined };
    await save(open);
    return { fired: number, moved: open.row };
  });
  if (moved !== undefined) world.moved?.(moved);
  return fired;
}

/** A timer that cannot be fired (our fault) must not stop the others: it is tried later, and in the end a person is asked. */
async function putOff(world: Surroundings, dossierId: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  world.log('error', 'timer.failed', { dossier: dossierId, reason });
  await world.store.transaction(async (tx) => {
    const now = world.now();
    for (const job of await tx.jobs.find({ dossierId, kind: 'timer', status: 'open', runAt: { lte: now } })) {
      const attempts = job.attempts + 1;
      const last = attempts >= MAX_ATTEMPTS;
      await tx.jobs.update({ dossierId, id: job.id }, { attempts, error: reason, status: last ? 'failed' : 'open', runAt: later(now, backoffMs(attempts, world.random)) });
      if (last) await timerIncident(tx, now, job, 'timer-failed', reason);
    }
  });
}
