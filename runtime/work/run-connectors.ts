import { stateless } from './call.ts';
import type { Tried } from './call.ts';
import type { JobRow } from '../../storage/tables/jobs.ts';
import { lease } from './lease.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { report } from './report.ts';
import type { Surroundings } from '../runtime.ts';

/** Takes connector calls that are due and does them side by side; what no connector here does waits until someone completes it. Answers how many were tried. */
export async function runConnectors(world: Surroundings, owner: string, batch: number): Promise<number> {
  const leased = await world.store.transaction(async (tx) => {
    const due = await tx.jobs.find(
      { kind: 'connector', status: 'open', connector: { in: Object.keys(world.connectors) }, runAt: { lte: world.now() } },
      { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch, lock: 'skip' },
    );
    return lease(world, owner, tx.jobs, due);
  });
  await Promise.all(leased.map((job) => runOne(world, job)));
  return leased.length;
}

async function runOne(world: Surroundings, job: JobRow): Promise<void> {
  try {
    const tried: Tried = job.attempts > MAX_ATTEMPTS ? { outcome: { failed: diedTooOften(job), code: 'connector-died' } } : await stateless(world, job);
    await report(world, job, tried);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    world.log('error', 'connector.failed', { dossier: job.dossierId, node: job.node, connector: job.connector ?? '', reason });
    // When even this cannot be written, the lease runs out and the job is tried again.
    await report(world, job, { outcome: { retry: reason } }).catch(() => undefined);
  }
}

function diedTooOften({ connector, attempts }: JobRow): string {
  return `expected connector "${connector}" to answer, but its process ended ${attempts - 1} times while it worked`;
}
