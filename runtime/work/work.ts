import type { Transaction } from '../../storage/store.ts';
import type { Surroundings, WorkDone, WorkKind } from '../runtime.ts';
import { runConnectors } from './run-connectors.ts';
import { runNotices } from './run-notices.ts';
import { runPushes } from './run-pushes.ts';
import { runPosts } from './run-posts.ts';
import { runStarts } from './run-starts.ts';
import { runTimers } from './run-timers.ts';
import { runTransfers } from './run-transfers.ts';

const DEFAULT_BATCH = 50;

interface Kind {
  readonly run: (world: Surroundings, owner: string, batch: number) => Promise<number>;
  /** In which tables there may be some (as they are called in code). */
  readonly of: readonly (keyof Transaction)[];
  /** When the next of each of its tables is due, leases that run out included. Asked together: a database far away is not waited for twice. */
  readonly next: (tx: Transaction, world: Surroundings) => readonly Promise<{ readonly runAt: string } | undefined>[];
}

const soonest = { order: [['runAt', 'asc']], limit: 1 } as const;

/** In the order in which they are done: timers first, because what they do may make other work superfluous. */
const kinds = {
  timers: {
    run: (world, _owner, batch) => runTimers(world, batch),
    of: ['jobs'],
    next: (tx) => [tx.jobs.first({ status: 'open', kind: 'timer' }, soonest)],
  },
  starts: {
    run: (world, _owner, batch) => runStarts(world, batch),
    of: ['startTimers', 'startTurns'],
    next: (tx) => [tx.startTimers.first({ status: 'open' }, soonest), tx.startTurns.first({ status: 'open' }, soonest)],
  },
  posts: {
    run: (world, _owner, batch) => runPosts(world, batch),
    of: ['posts', 'deliveries'],
    next: (tx) => [tx.posts.first({ status: 'open' }, soonest), tx.deliveries.first({ status: 'open' }, soonest)],
  },
  transfers: {
    run: (world, _owner, batch) => runTransfers(world, batch),
    of: ['transferItems'],
    next: (tx) => [tx.transferItems.first({ status: 'open' }, soonest), tx.transferItems.first({ status: 'undo' }, soonest), unnoted(tx)],
  },
  connectors: {
    run: runConnectors,
    of: ['jobs'],
    next: (tx, world) => [tx.jobs.first({ status: 'open', kind: 'connector', connector: { in: Object.keys(world.connectors) } }, soonest)],
  },
  notices: {
    run: runNotices,
    of: ['outbox'],
    next: (tx) => [tx.outbox.first({ status: 'open' }, soonest)],
  },
  pushes: {
    run: runPushes,
    of: ['pushes'],
    next: (tx, { push }) => (push === undefined ? [] : [tx.pushes.first({ status: 'open' }, soonest)]),
  },
} satisfies Record<WorkKind, Kind>;

/** Whether there may be work of this kind, as something was written in these tables. */
export const mayHave = (kind: WorkKind, tables: ReadonlySet<string>): boolean => kinds[kind].of.some((table) => tables.has(table));

/** A transfer whose dossiers are not all noted yet goes on at once. */
async function unnoted(tx: Transaction): Promise<{ readonly runAt: string } | undefined> {
  const transfer = await tx.transfers.first({ notedTo: { not: null } });
  return transfer && { runAt: transfer.startedAt };
}

/** One round of all kinds, or of one. Of a kind of which nothing is due no more is asked than that: the machine is woken by whatever others do. */
export async function work(world: Surroundings, owner: string, options: { readonly batch?: number; readonly only?: WorkKind } = {}): Promise<WorkDone> {
  const { batch = DEFAULT_BATCH, only } = options;
  const of = { timers: 0, starts: 0, posts: 0, transfers: 0, connectors: 0, notices: 0, pushes: 0 };
  const asked = (Object.keys(kinds) as WorkKind[]).filter((kind) => only === undefined || only === kind);
  let due = await nextOf(world, asked);
  let next: string | null = null;
  for (const [index, kind] of asked.entries()) {
    const at = due.get(kind) ?? null;
    if (at === null || at > world.now()) {
      next = earlier(next, at);
      continue;
    }
    of[kind] = await kinds[kind].run(world, owner, batch);
    // What was done may have made work of the kinds that come after.
    if (of[kind] > 0) due = await nextOf(world, asked.slice(index + 1));
  }
  const did = Object.values(of).reduce((sum, done) => sum + done, 0);
  return { of, did, nextAt: did === 0 ? next : [...(await nextOf(world, asked)).values()].reduce(earlier, null) };
}

/** When the next of each kind is due; asked together, in one transaction. */
const nextOf = (world: Surroundings, of: readonly WorkKind[]): Promise<ReadonlyMap<WorkKind, string | null>> =>
  of.length === 0 ? Promise.resolve(new Map()) : world.store.read(async (tx) => {
    const found = await Promise.all(of.map((kind) => Promise.all(kinds[kind].next(tx, world))));
    return new Map(of.map((kind, index) => [kind, found[index]!.reduce<string | null>((next, row) => earlier(next, row?.runAt ?? null), null)]));
  });

const earlier = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other < one) ? other : one);
