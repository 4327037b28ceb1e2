import type { Event } from '../../engine/event.ts';
import type { Transaction } from '../../storage/store.ts';
import type { CompleteJob, Standing } from '../command.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { heldBy } from './outside-work.ts';

/**
 * Someone outside has done what a step asked for. Refused as not found when the work is not open, and as forbidden when a
 * connector of the house does it.
 */
export async function completeJob(world: Surroundings, tx: Transaction, now: string, command: CompleteJob): Promise<Standing> {
  const { actor, dossierId, jobId, fence, data, error, reason } = command;
  const open = await openDossier(world, tx, now, dossierId);
  await fireDueTimers(open);
  const job = heldBy(world, await tx.jobs.first({ dossierId, id: jobId, kind: 'connector', status: 'open' }), jobId, fence === undefined ? undefined : { actor, fence });
  const connector = job.connector ?? '';
  await tx.jobs.update({ dossierId, id: jobId }, { status: 'done', doneAt: now, leasedBy: null, error: error?.message ?? null });
  const by = actor;
  const event: Event = error === undefined
    ? { type: 'job.complete', at: now, by, token: job.reference, ...(data === undefined ? {} : { data }) }
    : { type: 'job.fail', at: now, by, token: job.reference, error: error.code, code: error.code, message: error.message, ...(error.data !== undefined && { data: error.data }) };
  await advance(open, { kind: error === undefined ? 'job.complete' : 'job.fail', actor, about: { node: job.node, connector, ...(reason !== undefined && { reason }) } }, [event]);
  return settled(open);
}
