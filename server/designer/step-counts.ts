import type { Transaction } from '../../storage/store.ts';
import type { StepCounts } from '../api/designer.ts';

const most = 10_000;

/** Where running dossiers stand: waiting tokens, late steps, and open incidents, by node. */
export async function stepCounts(tx: Transaction, key: string, version: string | undefined, at: string): Promise<StepCounts> {
  const running = await tx.dossiers.find({ procedureKey: key, status: 'active', ...(version === undefined ? {} : { procedureHash: version }) }, { limit: most });
  const ids = running.map(({ id }) => id);
  const tasks = await tx.tasks.find({ dossierId: { in: ids }, status: 'open' });
  const incidents = await tx.incidents.find({ dossierId: { in: ids }, resolvedAt: null });
  const counts = new Map<string, { node: string; open: number; late: number; incidents: number }>();
  const of = (node: string) => {
    const count = counts.get(node) ?? { node, open: 0, late: 0, incidents: 0 };
    counts.set(node, count);
    return count;
  };
  for (const { progress } of running) for (const token of progress.tokens) if (token.wait.on !== 'scope') of(token.at).open += 1;
  for (const task of tasks) if (task.dueAt !== null && task.dueAt < at) of(task.node).late += 1;
  for (const { node } of incidents) of(node).incidents += 1;
  return { at, running: running.length, counts: [...counts.values()].toSorted((one, other) => one.node.localeCompare(other.node)) };
}
