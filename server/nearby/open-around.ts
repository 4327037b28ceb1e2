import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { SpotRow } from '../../storage/tables/spots.ts';
import { around, plane } from '../planning/geometry.ts';

/** States of what is neither refused, withdrawn, stopped nor answered. */
export const stillOpen = [1, 2, 4, 5, 6];
/** Of one place; the newest are looked at. */
const mostSpots = 500;

export interface Near { readonly spot: SpotRow; readonly dossier: DossierRow; readonly metres: number }

/** The open dossiers of the same kind within so many metres, the nearest first, of those in `scope`. */
export async function openAround(tx: Transaction, { procedureKey, kind, x, y }: Pick<SpotRow, 'procedureKey' | 'kind' | 'x' | 'y'>, within: number, scope: Where<DossierRow> = {}): Promise<Near[]> {
  const [west, south, east, north] = around([x, y, x, y], within);
  const spots = await tx.spots.find({ procedureKey, kind, y: { gte: south, lte: north }, x: { gte: west, lte: east } }, { order: [['at', 'desc'], ['id', 'asc']], limit: mostSpots });
  const flat = plane([x, y]);
  const near = spots.flatMap((spot) => {
    const metres = Math.hypot(...flat([spot.x, spot.y]));
    return metres > within ? [] : [{ spot, metres: Math.round(metres) }];
  });
  const found = near.length === 0 ? [] : await tx.dossiers.find({ all: [scope, { id: { in: near.map(({ spot }) => spot.dossierId) }, status: 'active', state: { in: stillOpen } }] });
  const byId = new Map(found.map((dossier) => [dossier.id, dossier]));
  return near.flatMap(({ spot, metres }) => {
    const dossier = byId.get(spot.dossierId);
    return dossier === undefined ? [] : [{ spot, dossier, metres }];
  }).toSorted((one, other) => one.metres - other.metres || other.spot.at.localeCompare(one.spot.at));
}

/** The dossier of a spot while it is open to others; undefined afterwards. */
export const openSpot = (tx: Transaction, { dossierId }: SpotRow): Promise<DossierRow | undefined> => tx.dossiers.first({ id: dossierId, status: 'active', state: { in: stillOpen } });

/** How many follow each of these. */
export async function followersOf(tx: Transaction, spots: readonly Pick<SpotRow, 'id'>[]): Promise<(spot: string) => number> {
  const counted = spots.length === 0 ? [] : await tx.followers.tally({ spotId: { in: spots.map(({ id }) => id) } }, ['spotId'], { all: {} });
  const byId = new Map(counted.map(({ spotId, counts }) => [spotId, counts.all]));
  return (spot) => byId.get(spot) ?? 0;
}
