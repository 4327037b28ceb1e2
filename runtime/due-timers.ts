import type { JobRow } from '../storage/tables/jobs.ts';
import { advance } from './open-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';

/** Turns of a cycle that were missed in a long downtime are made up for, but not all in one transaction. */
const MOST_AT_ONCE = 200;

/**
 * Fires the dossier's timers that are due, in the order in which they fell due: before anything else happens to it,
 * so that a late machine never lets anyone act after the time was up. The effect is dated by `dueAt`, not by now.
 */
export async function fireDueTimers(open: OpenDossier): Promise<number> {
  let fired = 0;
  for (let job = await nextDue(open); job !== undefined && fired < MOST_AT_ONCE; job = await nextDue(open)) {
    await fire(open, job);
    fired += 1;
  }
  return fired;
}

function nextDue({ tx, row, now }: OpenDossier): Promise<JobRow | undefined> {
  return tx.jobs.first({ dossierId: row.id, kind: 'timer', status: 'open', runAt: { lte: now } }, { order: [['dueAt', 'asc'], ['reference', 'asc']] });
}

/** Each timer once: its row is done in the same transaction. One whose subscription is gone is only put aside. */
async function fire(open: OpenDossier, job: JobRow): Promise<void> {
  const waits = open.row.status === 'active' && open.row.progress.subscriptions.some(({ id }) => id === job.reference);
  await open.tx.jobs.update({ dossierId: job.dossierId, id: job.id }, { status: waits ? 'done' : 'cancelled', doneAt: open.now });
  if (!waits) return;
  const about = { node: job.node, dueAt: job.dueAt, firedAt: open.now };
  await advance(open, { kind: 'timer', actor: 'system', about }, [{ type: 'timer', at: job.dueAt, by: 'system', subscription: job.reference }]);
}
