import type { Trial } from './trial.ts';

/** When something happens next without anybody's doing: a timer falls due, or a step or a dossier becomes late. */
export async function nextAt(trial: Trial): Promise<string | null> {
  const due = await trial.settle();
  const now = trial.clock.now();
  const late = await trial.services.store.read(async (tx) => [
    ...(await tx.tasks.find({ status: 'open', dueAt: { gte: now } })).map(({ dueAt }) => justAfter(dueAt)),
    ...(await tx.dossiers.find({ status: 'active', dueAt: { gte: now } })).map(({ dueAt }) => justAfter(dueAt)),
  ]);
  return [due, ...late].flatMap((at) => at ?? []).toSorted()[0] ?? null;
}

/** What is done at its very end is in time still. */
const justAfter = (at: string | null): string | null => (at === null ? null : new Date(Date.parse(at) + 1000).toISOString());
