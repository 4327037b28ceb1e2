import type { UnitRow } from '../../storage/tables/units.ts';

/** The units of a trial: one ward with what belongs to it, and everything that belongs to no ward. A city's other wards would only make lists long. */
export function trialUnits(all: readonly UnitRow[], at: string): readonly UnitRow[] {
  const units = all.filter(({ validFrom, validTo }) => validFrom <= at && (validTo === null || validTo > at));
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const first = units.filter(({ kind }) => kind === 'ward').toSorted((one, other) => (one.id < other.id ? -1 : 1))[0];
  const wardOf = (unit: UnitRow): string | undefined => {
    for (let at: UnitRow | undefined = unit; at !== undefined; at = at.parentId === null ? undefined : known.get(at.parentId)) if (at.kind === 'ward') return at.id;
    return undefined;
  };
  return parentsFirst(units.filter((unit) => [undefined, first?.id].includes(wardOf(unit))));
}

function parentsFirst(units: readonly UnitRow[]): readonly UnitRow[] {
  const depth = (unit: UnitRow): number => {
    const parent = units.find(({ id }) => id === unit.parentId);
    return parent === undefined ? 0 : depth(parent) + 1;
  };
  return units.toSorted((one, other) => depth(one) - depth(other));
}
