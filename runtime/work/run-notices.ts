import type { OutboxRow } from '../../storage/tables/outbox.ts';
import { PutOff } from '../put-off.ts';
import type { Surroundings } from '../runtime.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';
import { lease } from './lease.ts';

/** Delivers notices that are due, at least once each. Answers how many were tried. */
export async function runNotices(world: Surroundings, owner: string, batch: number): Promise<number> {
  const leased = await world.store.transaction(async (tx) => {
    const due = await tx.outbox.find(
      { status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch, lock: 'skip' },
    );
    return lease(world, owner, tx.outbox, due);
  });
  await Promise.all(leased.map((notice) => deliver(world, notice)));
  return leased.length;
}

async function deliver(world: Surroundings, notice: OutboxRow): Promise<void> {
  let error: string | null = null;
  let after: number | undefined;
  try {
    await world.deliver(notice);
  } catch (thrown) {
    if (thrown instanceof PutOff) after = thrown.after;
    error = thrown instanceof Error ? thrown.message : String(thrown);
    world.log('warn', 'notice.failed', { notice: notice.id, attempts: notice.attempts });
  }
  const now = world.now();
  const mine = { dossierId: notice.dossierId, id: notice.id, fence: notice.fence, status: 'open' } as const;
  await world.store.transaction((tx) => {
    if (error === null) return tx.outbox.update(mine, { status: 'delivered', deliveredAt: now, leasedBy: null, error: null });
    const status = after === undefined && notice.attempts >= MAX_ATTEMPTS ? 'failed' : 'open';
    return tx.outbox.update(mine, { status, leasedBy: null, error, runAt: later(now, after ?? backoffMs(notice.attempts, world.random)) });
  });
}
