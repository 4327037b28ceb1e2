import type { Trial } from './trial.ts';

const soonest = { order: [['runAt', 'asc']], limit: 1 } as const;

/** When something happens next without anybody's doing: a timer falls due, or a step or a dossier becomes late. */
export async function nextAt(trial: Trial): Promise<string | null> {
  await trial.settle();
  const now = trial.clock.now();
  // What is only delivered, or tried again, after some seconds is nothing that one waits for.
  const coming = await trial.services.store.read(async (tx) => [
    ...[await tx.jobs.first({ status: 'open', runAt: { gt: now } }, soonest), await tx.startTimers.first({ status: 'open', runAt: { gt: now } }, soonest)].map((row) => row?.runAt ?? null),
    ...(await tx.tasks.find({ status: 'open', dueAt: { gte: now } })).map(({ dueAt }) => justAfter(dueAt)),
    ...(await tx.dossiers.find({ status: 'active', dueAt: { gte: now } })).map(({ dueAt }) => justAfter(dueAt)),
  ]);
  return coming.flatMap((at) => at ?? []).toSorted()[0] ?? null;
}

/** What is done at its very end is in time still. */
const justAfter = (at: string | null): string | null => (at === null ? null : new Date(Date.parse(at) + 1000).toISOString());
