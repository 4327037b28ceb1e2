import type { Surroundings, WorkDone, WorkKind } from '../runtime.ts';
import { runConnectors } from './run-connectors.ts';
import { runNotices } from './run-notices.ts';
import { runTimers } from './run-timers.ts';

const DEFAULT_BATCH = 50;

/** One round: timers first, because what they do may make other work superfluous. */
export async function work(world: Surroundings, owner: string, options: { readonly batch?: number; readonly only?: WorkKind } = {}): Promise<WorkDone> {
  const { batch = DEFAULT_BATCH, only } = options;
  const wanted = (kind: WorkKind): boolean => only === undefined || only === kind;
  const timers = wanted('timers') ? await runTimers(world, batch) : 0;
  const connectors = wanted('connectors') ? await runConnectors(world, owner, batch) : 0;
  const notices = wanted('notices') ? await runNotices(world, owner, batch) : 0;
  return { timers, connectors, notices, nextAt: await nextAt(world) };
}

/** When the next thing falls due, leases that run out included. */
function nextAt(world: Surroundings): Promise<string | null> {
  return world.store.read(async (tx) => {
    const next = { order: [['runAt', 'asc']], limit: 1 } as const;
    const found = [
      await tx.jobs.first({ status: 'open', kind: 'timer' }, next),
      await tx.jobs.first({ status: 'open', kind: 'connector' }, next),
      await tx.outbox.first({ status: 'open' }, next),
    ];
    return found.flatMap((row) => (row === undefined ? [] : [row.runAt])).toSorted()[0] ?? null;
  });
}
