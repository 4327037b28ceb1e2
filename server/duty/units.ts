import type { Transaction } from '../../storage/store.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { heads, type Actor } from '../access/actor.ts';
import { unitsOf } from '../access/scope.ts';

/** Units whose roster the actor reads: those whose work they do, what these belong to, and their counters and sections. */
export async function rosterUnits(tx: Transaction, actor: Actor): Promise<UnitRow[]> {
  const own = unitsOf(actor);
  const above = (await tx.units.find({ id: { in: own } })).flatMap(({ parentId }) => parentId ?? []);
  return tx.units.find({ any: [{ id: { in: [...own, ...above] } }, { parentId: { in: own } }] }, { order: [['code', 'asc']] });
}

/** Of these, the units whose roster they keep: what they head, with its counters and sections. */
export function keptUnits(actor: Actor, units: readonly UnitRow[]): UnitRow[] {
  const headed = new Set(actor.roles.filter(({ like }) => heads.has(like)).map(({ unitId }) => unitId));
  return units.filter(({ id, parentId }) => headed.has(id) || (parentId !== null && headed.has(parentId)));
}
