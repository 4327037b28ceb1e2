import { communal } from '../../procedures/place-of.ts';
import type { UnitRow } from '../../storage/tables/units.ts';

/** Units at commune level are named by the code of their commune: `ward-26740`; what belongs to one has more parts. */
const ward = /^ward-[^-]+$/;

/** A ward or commune itself, not its counter, police or other offices. */
export const isWard = ({ id }: Pick<UnitRow, 'id'>): boolean => ward.test(id);

/** The units that may have a dossier when the rule of competence answers one of the kinds: which of several does depends on the place. */
export const competentUnits = (units: readonly UnitRow[], kinds: readonly string[]): readonly UnitRow[] =>
  units.filter((unit) => kinds.includes(unit.kind) || (kinds.includes(communal) && isWard(unit)));

/** Whose people receive and give out for a unit: its one-stop counter when it has one. */
export const counterOf = (units: readonly UnitRow[], unit: UnitRow): UnitRow => units.find(({ parentId, kind }) => parentId === unit.id && kind === 'one-stop') ?? unit;
