import type { PushRow } from '../../storage/tables/pushes.ts';
import type { PushOutcome, Surroundings } from '../runtime.ts';
import { backoffMs, later } from './backoff.ts';
import { lease } from './lease.ts';

/** Hands pushes that are due to their services, each until it is taken, refused or no news any more. Answers how many were tried. */
export async function runPushes(world: Surroundings, owner: string, batch: number): Promise<number> {
  const leased = await world.store.transaction(async (tx) => {
    const due = await tx.pushes.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch, lock: 'skip' });
    return lease(world, owner, tx.pushes, due);
  });
  await Promise.all(leased.map((push) => hand(world, push)));
  return leased.length;
}

async function hand(world: Surroundings, push: PushRow): Promise<void> {
  const change = push.expiresAt <= world.now() ? ({ status: 'expired' } as const) : kept(world, push, await tried(world, push));
  // What fails is missed on the phone only, and stands on its page: nobody is asked to mend it.
  if (change.status === 'failed' || change.status === 'expired') world.log('warn', 'push.not-sent', { push: push.id, attempts: push.attempts, status: change.status, ...('error' in change && change.error !== null && { reason: change.error }) });
  await world.store.transaction((tx) => tx.pushes.update({ id: push.id, fence: push.fence, status: 'open' }, { ...change, leasedBy: null }));
}

async function tried(world: Surroundings, push: PushRow): Promise<PushOutcome> {
  try {
    return await (world.push?.(push) ?? { failed: 'expected this installation to send pushes, but it does not' });
  } catch (error) {
    return { retry: error instanceof Error ? error.message : String(error) };
  }
}

function kept(world: Surroundings, push: PushRow, outcome: PushOutcome): Pick<PushRow, 'status' | 'error'> & Partial<PushRow> {
  if ('retry' in outcome) return { status: 'open', error: outcome.retry, runAt: later(world.now(), outcome.after ?? backoffMs(push.attempts, world.random)) };
  if ('failed' in outcome) return { status: 'failed', error: outcome.failed };
  return { status: 'sent', sentAt: world.now(), error: null };
}
