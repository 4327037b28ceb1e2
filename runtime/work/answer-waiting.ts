import type { JobRow } from '../../storage/tables/jobs.ts';
import type { Outcome } from '../connector.ts';
import type { Surroundings } from '../runtime.ts';
import { lease } from './lease.ts';
import { report } from './report.ts';

/** A system outside has answered what it was asked before. Whoever was about to ask again is too late; false when the work waits no more. */
export async function answerWaiting(world: Surroundings, owner: string, { dossierId, id }: Pick<JobRow, 'dossierId' | 'id'>, outcome: Outcome): Promise<boolean> {
  const leased = await world.store.transaction(async (tx) => {
    const job = await tx.jobs.first({ dossierId, id, kind: 'connector', status: 'open' }, { lock: 'wait' });
    return job === undefined || job.waiting === null ? [] : lease(world, owner, tx.jobs, [job]);
  });
  for (const job of leased) await report(world, job, { outcome });
  return leased.length > 0;
}
