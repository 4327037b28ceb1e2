import type { Surroundings, WorkDone, WorkKind } from '../runtime.ts';
import { runConnectors } from './run-connectors.ts';
import { runNotices } from './run-notices.ts';
import { runPosts } from './run-posts.ts';
import { runStarts } from './run-starts.ts';
import { runTimers } from './run-timers.ts';
import { runTransfers } from './run-transfers.ts';

const DEFAULT_BATCH = 50;

type Round = (world: Surroundings, owner: string, batch: number) => Promise<number>;

/** In the order in which they are done: timers first, because what they do may make other work superfluous. */
const rounds = {
  timers: (world, _owner, batch) => runTimers(world, batch),
  starts: (world, _owner, batch) => runStarts(world, batch),
  posts: (world, _owner, batch) => runPosts(world, batch),
  transfers: (world, _owner, batch) => runTransfers(world, batch),
  connectors: runConnectors,
  notices: runNotices,
} satisfies Record<WorkKind, Round>;

/** One round of all kinds, or of one. */
export async function work(world: Surroundings, owner: string, options: { readonly batch?: number; readonly only?: WorkKind } = {}): Promise<WorkDone> {
  const { batch = DEFAULT_BATCH, only } = options;
  const of = { timers: 0, starts: 0, posts: 0, transfers: 0, connectors: 0, notices: 0 };
  for (const kind of Object.keys(rounds) as WorkKind[]) if (only === undefined || only === kind) of[kind] = await rounds[kind](world, owner, batch);
  return { of, did: Object.values(of).reduce((sum, done) => sum + done, 0), nextAt: await nextAt(world) };
}

/** When the next thing falls due, leases that run out included. */
function nextAt(world: Surroundings): Promise<string | null> {
  return world.store.read(async (tx) => {
    const next = { order: [['runAt', 'asc']], limit: 1 } as const;
    // Asked together: a database far away is not waited for nine times.
    const found = await Promise.all([
      tx.jobs.first({ status: 'open', kind: 'timer' }, next),
      tx.jobs.first({ status: 'open', kind: 'connector', connector: { in: Object.keys(world.connectors) } }, next),
      tx.startTimers.first({ status: 'open' }, next),
      tx.startTurns.first({ status: 'open' }, next),
      tx.outbox.first({ status: 'open' }, next),
      tx.posts.first({ status: 'open' }, next),
      tx.deliveries.first({ status: 'open' }, next),
      tx.transferItems.first({ status: 'open' }, next),
      tx.transferItems.first({ status: 'undo' }, next),
    ]);
    return found.flatMap((row) => (row === undefined ? [] : [row.runAt])).toSorted()[0] ?? null;
  });
}
