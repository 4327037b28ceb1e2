import type { Transaction } from '../storage/store.ts';
import { inForce, type UnitRow } from '../storage/tables/units.ts';

/**
 * The unit of a kind, in force at the instant, that stands closest in the tree: the one itself, one below it, else one below its parent,
 * and so on up. What stands between may have ended. Undefined where there is none, or several stand equally close: nothing says which.
 */
export async function nearestUnit(tx: Transaction, from: UnitRow, kind: string, at: string): Promise<UnitRow | undefined> {
  const way = [from.id];
  for (let above = from.parentId; above !== null; above = (await tx.units.first({ id: above }))?.parentId ?? null) way.push(above);
  return nearestAmong([...(await tx.units.find({ kind, id: { in: way }, ...inForce(at) })), ...(await tx.units.find({ kind, parentId: { in: way }, ...inForce(at) }))], way);
}

/** The closest of units of one kind to whoever stands at the beginning of a way: ids of units, each below the next. */
export function nearestAmong(units: readonly UnitRow[], way: readonly string[]): UnitRow | undefined {
  for (const id of way) {
    const itself = units.find((unit) => unit.id === id);
    if (itself !== undefined) return itself;
    const below = new Set(units.filter(({ parentId }) => parentId === id).map((unit) => unit.id));
    if (below.size > 0) return below.size === 1 ? units.find((unit) => below.has(unit.id)) : undefined;
  }
  return undefined;
}
