import type { Transaction } from '../storage/store.ts';
import { inForce, type UnitRow } from '../storage/tables/units.ts';

/**
 * The unit of a kind, in force at the instant, that stands closest in the tree: the one itself, one below it, else one below its parent,
 * and so on up. What stands between may have ended. Undefined where there is none, or several stand equally close: nothing says which.
 */
export async function nearestUnit(tx: Transaction, from: UnitRow, kind: string, at: string): Promise<UnitRow | undefined> {
  for (let above: UnitRow | undefined = from; above !== undefined; above = above.parentId === null ? undefined : await tx.units.first({ id: above.parentId })) {
    const itself = await tx.units.first({ id: above.id, kind, ...inForce(at) });
    if (itself !== undefined) return itself;
    const [below, ...others] = await tx.units.find({ parentId: above.id, kind, ...inForce(at) }, { order: [['id', 'asc']], limit: 2 });
    if (below !== undefined) return others.length === 0 ? below : undefined;
  }
  return undefined;
}
