import type { Transaction } from '../storage/store.ts';
import type { UnitRow } from '../storage/tables/units.ts';

/** The unit of a kind that stands closest in the tree: the one itself, one below it, else one below its parent, and so on up. */
export async function nearestUnit(tx: Transaction, from: UnitRow, kind: string): Promise<UnitRow | undefined> {
  for (let at: UnitRow | undefined = from; at !== undefined; at = at.parentId === null ? undefined : await tx.units.first({ id: at.parentId })) {
    if (at.kind === kind) return at;
    const [below] = await tx.units.find({ parentId: at.id, kind }, { order: [['id', 'asc']], limit: 1 });
    if (below !== undefined) return below;
  }
  return undefined;
}
