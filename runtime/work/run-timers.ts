import type { Transaction } from '../../storage/store.ts';
import { fireDueTimers, MOST_AT_ONCE } from '../due-timers.ts';
import { openDossier, openFree, save } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { timerIncident } from '../timer-incident.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';
import { sideBySide } from './side-by-side.ts';

/** Fires what is due, the longest due first; several dossiers share a transaction. Answers how many fired. */
export async function runTimers(world: Surroundings, batch: number): Promise<number> {
  const due = await world.store.read((tx) =>
    tx.jobs.find({ kind: 'timer', status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch }));
  let fired = 0;
  const fire = async (openAll: OpenAll): Promise<void> => {
    const own = await fireOf(world, openAll);
    fired += own;
  };
  await sideBySide(
    [...new Set(due.map((job) => job.dossierId))],
    (ids) => fire((tx) => openFree(world, tx, world.now(), ids)),
    (id) => fire(async (tx) => [await openDossier(world, tx, world.now(), id)]).catch((error: unknown) => putOff(world, id, error)),
  );
  return fired;
}

type OpenAll = (tx: Transaction) => Promise<readonly OpenDossier[]>;

async function fireOf(world: Surroundings, openAll: OpenAll): Promise<number> {
  const { fired, moved } = await world.store.transaction(async (tx) => {
    const all = await openAll(tx);
    let number = 0;
    for (const open of all) number += await fireDueTimers(open, MOST_AT_ONCE - number);
    const changed = all.filter(({ row, saved }) => row.version !== saved.version);
    for (const open of changed) await save(open);
    return { fired: number, moved: changed.map(({ row }) => row) };
  });
  for (const dossier of moved) world.moved?.(dossier);
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
