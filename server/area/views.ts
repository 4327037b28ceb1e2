import type { Transaction } from '../../storage/store.ts';
import type { AreaRow, HouseholdRow } from '../../storage/tables/areas.ts';
import type { AreaChange, AreaFields, AreaView, HouseholdView } from '../api/area.ts';
import { degrees, type Position } from '../planning/geometry.ts';
import { isInside } from '../planning/inside.ts';
import { namesOf, type Names } from '../views/names.ts';
import { geometryOf } from './picture.ts';

export const areaView = ({ id, code, kind, name, unitId, validFrom, validTo }: AreaRow, names: Names): AreaView => ({ id, code, kind, name, unit: names.unit(unitId), validFrom, validTo });
export const areaName = ({ id, code, name }: AreaRow): Pick<AreaRow, 'id' | 'code' | 'name'> => ({ id, code, name });

/** `areas`: those among which the household's own is looked for. */
export function householdView({ id, code, address, head, members, unitId, x, y, validFrom, validTo }: HouseholdRow, areas: readonly AreaRow[], names: Names): HouseholdView {
  const area = areas.find((one) => one.unitId === unitId && isInside(geometryOf(one), [x, y]));
  return { id, code, address, head, members, unit: names.unit(unitId), area: area === undefined ? null : areaName(area), latitude: degrees(y), longitude: degrees(x), validFrom, validTo };
}

/** As GeoJSON: rings are closed by their first position. */
export function outlineView(area: Pick<AreaRow, 'geometry'>): AreaFields['outline'] {
  const geometry = geometryOf(area);
  const polygons = (geometry.kind === 'area' ? geometry.polygons : []).map((rings) => rings.map((ring) => [...ring, ring[0]!].map(([x, y]: Position) => [degrees(x), degrees(y)])));
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

/** The last changes, newest first. */
export async function changesOf(tx: Transaction, subject: string): Promise<AreaChange[]> {
  const rows = await tx.areaChanges.find({ subject }, { order: [['at', 'desc'], ['id', 'desc']], limit: 20 });
  const names = await namesOf(tx, [], rows.map(({ actor }) => actor));
  return rows.map(({ at, actor, act, fields }) => ({ at, by: names.person(actor), act, fields: [...fields] }));
}
