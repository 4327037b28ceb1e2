import type { Transaction } from '../../storage/store.ts';
import type { AlertRow, AlertVersionRow } from '../../storage/tables/alerts.ts';
import type { WatchRow } from '../../storage/tables/watches.ts';
import type { AlertGeometry } from '../api/alert.ts';
import { distance, spot } from '../planning/distance.ts';
import { around, boxOf, type Geometry } from '../planning/geometry.ts';
import { contentOf } from './alerts.ts';
import { runsIn } from './picture.ts';

/** Metres; nobody watches from further away. */
export const widestWatch = 5000;

/** Tells whoever watches the unit or the place, in the transaction that told everybody: once for each person and version. */
export async function tellWatchers(tx: Transaction, { unitId }: Pick<AlertRow, 'unitId'>, version: AlertVersionRow): Promise<void> {
  const { alertId, number, at } = version;
  for (const { accountId, name } of [...(await tx.watches.find({ unitId }, { order: [['id', 'asc']] })), ...(await watchesNear(tx, version))]) {
    await tx.alertNews.insertIfAbsent({ accountId, alertId, number, watchName: name, at, readAt: null });
  }
}

async function watchesNear(tx: Transaction, version: AlertVersionRow): Promise<readonly WatchRow[]> {
  const { geometry, radius } = contentOf(version);
  if (geometry === null) return [];
  const [west, south, east, north] = around(boxOf(runsIn(geometry).flat()), radius + widestWatch);
  const near = await tx.watches.find({ x: { gte: west, lte: east }, y: { gte: south, lte: north } }, { order: [['id', 'asc']] });
  const where = geometryOf(geometry);
  return near.filter(({ x, y, radius: around }) => x !== null && y !== null && around !== null && distance(spot([x, y]), where) <= radius + around);
}

/** As maps of planning have it: a point is a line without length, and rings do not say their first position again. */
function geometryOf(geometry: AlertGeometry): Geometry {
  const runs = runsIn(geometry);
  if (geometry.type === 'Polygon') return { kind: 'area', polygons: [runs.map((ring) => ring.slice(0, -1))] };
  return geometry.type === 'Point' ? spot(runs[0]![0]!) : { kind: 'line', lines: runs };
}
