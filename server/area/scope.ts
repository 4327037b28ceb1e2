import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import type { AreaRow, HouseholdPersonRow, HouseholdRow } from '../../storage/tables/areas.ts';
import type { Actor } from '../access/actor.ts';
import { ownUnitsOf } from '../access/scope.ts';

/** Who writes in the register of their unit. */
const keeping = new Set(['handler', 'section_head', 'signer']);

export const keptUnits = (actor: Actor): string[] => [...new Set(actor.roles.filter(({ like }) => keeping.has(like)).map(({ unitId }) => unitId))];

/** Areas say nothing of anybody: staff read those of their units and of the units above them, so that the counter knows the ward's. */
export async function areaScope(tx: Transaction, actor: Actor): Promise<Where<AreaRow>> {
  const own = ownUnitsOf(actor);
  const above = (await tx.units.find({ id: { in: own } })).flatMap(({ parentId }) => parentId ?? []);
  return { unitId: { in: [...new Set([...own, ...above])] } };
}

/** Households are personal data: whoever works in the very unit that keeps them reads them, and nobody else. */
export const householdScope = (actor: Actor): Where<HouseholdRow> => ({ unitId: { in: ownUnitsOf(actor) } });

/** Persons one by one are for whoever keeps the register, and for nobody else of the unit. */
export const personScope = (actor: Actor): Where<HouseholdPersonRow> => ({ unitId: { in: keptUnits(actor) } });

/** What holds on a day, or ever did. */
export const holdsOn = (day: string, ended = false): Where<{ readonly validFrom: string; readonly validTo: string | null }> =>
  ended ? {} : { validFrom: { lte: day }, any: [{ validTo: null }, { validTo: { gte: day } }] };
