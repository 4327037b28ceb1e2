import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import type { AreaRow, HouseholdRow } from '../../storage/tables/areas.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { SpotRow } from '../../storage/tables/spots.ts';
import { around, plane, type Position } from '../planning/geometry.ts';
import { isInside } from '../planning/inside.ts';
import { geometryOf } from './picture.ts';

/** Of one area or place; beyond it the register says that there is more. */
const most = 5000;

const inBox = ({ west, south, east, north }: AreaRow) => ({ y: { gte: south, lte: north }, x: { gte: west, lte: east } });

export async function householdsIn(tx: Transaction, area: AreaRow, scope: Where<HouseholdRow>): Promise<HouseholdRow[]> {
  const rows = await tx.households.find({ all: [scope, { unitId: area.unitId, ...inBox(area) }] }, { order: [['code', 'asc']], limit: most });
  return rows.filter(({ x, y }) => isInside(geometryOf(area), [x, y]));
}

/** Dossiers that lie in the area, of those in the scope; the newest first. */
export async function dossiersIn(tx: Transaction, area: AreaRow, scope: Where<DossierRow>, shown: number): Promise<{ readonly rows: DossierRow[]; readonly spots: readonly SpotRow[] }> {
  const near = (await tx.spots.find(inBox(area), { order: [['at', 'desc'], ['id', 'asc']], limit: most })).filter(({ x, y }) => isInside(geometryOf(area), [x, y]));
  const rows = near.length === 0 ? [] : await tx.dossiers.find({ all: [scope, { id: { in: near.map(({ dossierId }) => dossierId) } }] }, { order: [['submittedAt', 'desc'], ['id', 'asc']], limit: shown });
  const kept = new Set(rows.map(({ id }) => id));
  return { rows, spots: near.filter(({ dossierId }) => kept.has(dossierId)) };
}

/** The areas that hold a point, of those in the scope. */
export async function areasAt(tx: Transaction, [x, y]: Position, scope: Where<AreaRow>): Promise<AreaRow[]> {
  const rows = await tx.areas.find({ all: [scope, { west: { lte: x }, east: { gte: x }, south: { lte: y }, north: { gte: y } }] }, { order: [['code', 'asc']], limit: 200 });
  return rows.filter((area) => isInside(geometryOf(area), [x, y]));
}

/** As near as the middle of a plot is to its door, in metres. */
const doorstep = 15;

/** The household nearest to a point, if one is at it. */
export async function householdAt(tx: Transaction, [x, y]: Position, scope: Where<HouseholdRow>): Promise<HouseholdRow | undefined> {
  const [west, south, east, north] = around([x, y, x, y], doorstep);
  const rows = await tx.households.find({ all: [scope, { y: { gte: south, lte: north }, x: { gte: west, lte: east } }] }, { order: [['id', 'asc']], limit: 200 });
  const flat = plane([x, y]);
  const away = (row: HouseholdRow): number => Math.hypot(...flat([row.x, row.y]));
  return rows.filter((row) => away(row) <= doorstep).toSorted((one, other) => away(one) - away(other))[0];
}
