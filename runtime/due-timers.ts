import type { JobRow } from '../storage/tables/jobs.ts';
import { advance } from './open-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';

/** Turns of a cycle that were missed in a long downtime are made up for, but not all in one transaction. */
export const MOST_AT_ONCE = 200;

/**
 * Fires the dossier's timers that are due, in the order in which they fell due: before anything else happens to it,
 * so that a late machine never lets anyone act after the time was up. The effect is dated by `dueAt`, not by now; of a timer
 * that was set for a time that had passed, by when it was set.
 */
export async function fireDueTimers(open: OpenDossier, most = MOST_AT_ONCE): Promise<number> {
  let fired = 0;
  for (let job = first(open.due); job !== undefined && fired < most; job = first(open.due)) {
    await fire(open, job);
    fired += 1;
  }
  return fired;
}

const first = (due: readonly JobRow[]): JobRow | undefined => {
  let found: JobRow | undefined;
  for (const job of due) if (found === undefined || job.dueAt < found.dueAt || (job.dueAt === found.dueAt && job.reference < found.reference)) found = job;
  return found;
};

/** Each timer once: its row is done in the same transaction. One whose subscription is gone is only put aside. */
async function fire(open: OpenDossier, job: JobRow): Promise<void> {
  const waits = open.row.status === 'active' && open.row.progress.subscriptions.some(({ id }) => id === job.reference);
  await open.tx.jobs.setOne({ dossierId: job.dossierId, id: job.id }, { status: waits ? 'done' : 'cancelled', doneAt: open.now });
  open.due = open.due.filter((one) => one !== job);
  if (!waits) return;
  const about = { node: job.node, dueAt: job.dueAt, firedAt: open.now };
  await advance(open, { kind: 'timer', actor: 'system', about }, [{ type: 'timer', at: firedAs(job), by: 'system', subscription: job.reference }]);
}

const firedAs = ({ dueAt, timer }: JobRow): string => (timer !== null && timer.from > dueAt ? timer.from : dueAt);
