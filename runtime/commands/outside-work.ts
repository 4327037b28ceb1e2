import type { Transaction } from '../../storage/store.ts';
import type { JobRow } from '../../storage/tables/jobs.ts';
import { Refused } from '../answer.ts';
import type { ExtendJob, FailJob, ReleaseJob, Standing, TakeJobs, TakenJob } from '../command.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { backoffMs, later, MAX_ATTEMPTS } from '../work/backoff.ts';

/**
 * Work that no connector of the house does is taken in hand by someone outside, oldest first, for a while: until then nobody else
 * has it. The lease is a fencing token too: whoever reports with an older one is too late.
 */
export async function takeJobs(world: Surroundings, tx: Transaction, now: string, { actor, units, connectors, seconds, most }: TakeJobs): Promise<readonly TakenJob[]> {
  const asked = connectors.filter((connector) => !Object.hasOwn(world.connectors, connector));
  const due = await tx.jobs.find({ kind: 'connector', status: 'open', connector: { in: asked }, unitId: { in: [...units] }, runAt: { lte: now } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: most, lock: 'skip' });
  const taken: TakenJob[] = [];
  for (const job of due) {
    const hold = { runAt: later(now, seconds * 1000), leasedBy: actor, fence: job.fence + 1, attempts: job.attempts + 1 };
    await tx.jobs.update({ dossierId: job.dossierId, id: job.id }, hold);
    const { id, dossierId, node, connector, inputs, dueAt } = job;
    taken.push({ jobId: id, dossierId, node, connector: connector!, inputs, dueAt, attempts: hold.attempts, fence: hold.fence, until: hold.runAt });
  }
  return taken;
}

/** Refused when the work is done, was taken by somebody else since, or is done by the house. */
export function heldBy(world: Surroundings, job: JobRow | undefined, jobId: string, hold: { readonly actor: string; readonly fence: number } | undefined): JobRow {
  if (job === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected work ${jobId} to be open, but it is not` });
  const connector = job.connector ?? '';
  if (Object.hasOwn(world.connectors, connector)) throw new Refused({ ok: false, refused: 'forbidden', message: `expected work that someone outside does, but "${connector}" is done here` });
  if (hold !== undefined && (job.leasedBy !== hold.actor || job.fence !== hold.fence)) throw new Refused({ ok: false, refused: 'conflict', message: `expected work ${jobId} to be in hand by ticket ${hold.fence}, but it was given to somebody else since`, ...(job.leasedBy !== null && { who: job.leasedBy }) });
  return job;
}

const openJob = (tx: Transaction, dossierId: string, id: string): Promise<JobRow | undefined> => tx.jobs.first({ dossierId, id, kind: 'connector', status: 'open' }, { lock: 'wait' });

/** Whoever needs longer says so before the time is over. */
export async function extendJob(world: Surroundings, tx: Transaction, now: string, { actor, dossierId, jobId, fence, seconds }: ExtendJob): Promise<{ readonly until: string }> {
  const { id } = heldBy(world, await openJob(tx, dossierId, jobId), jobId, { actor, fence });
  const until = later(now, seconds * 1000);
  await tx.jobs.update({ dossierId, id }, { runAt: until });
  return { until };
}

/** It could not be done this time: somebody tries again later, and after the last try a person has to look. */
export async function failJob(world: Surroundings, tx: Transaction, now: string, command: FailJob): Promise<Standing> {
  const { actor, dossierId, jobId, fence, message, retryAfter } = command;
  const open = await openDossier(world, tx, now, dossierId);
  await fireDueTimers(open);
  const job = heldBy(world, await openJob(tx, dossierId, jobId), jobId, { actor, fence });
  if (job.attempts < MAX_ATTEMPTS) {
    await tx.jobs.update({ dossierId, id: job.id }, { leasedBy: null, error: message, runAt: later(now, retryAfter === undefined ? backoffMs(job.attempts, world.random) : retryAfter * 1000) });
    return settled(open);
  }
  await tx.jobs.update({ dossierId, id: job.id }, { status: 'failed', doneAt: now, leasedBy: null, error: message });
  await advance(open, { kind: 'job.fail', actor, about: { node: job.node, connector: job.connector ?? '', attempts: job.attempts } }, [{ type: 'job.fail', at: now, by: actor, token: job.reference, code: 'connector-failed', message }]);
  return settled(open);
}

/** A person has it given out again at once, without waiting for whoever has it in hand or for the next try. */
export async function releaseJob(world: Surroundings, tx: Transaction, now: string, { actor, dossierId, jobId, reason }: ReleaseJob): Promise<Standing> {
  const open = await openDossier(world, tx, now, dossierId);
  await fireDueTimers(open);
  const { id, node, connector, fence } = heldBy(world, await openJob(tx, dossierId, jobId), jobId, undefined);
  await tx.jobs.update({ dossierId, id }, { runAt: now, leasedBy: null, fence: fence + 1 });
  await advance(open, { kind: 'job.release', actor, about: { node, connector, reason } }, []);
  return settled(open);
}
