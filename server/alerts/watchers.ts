import type { Transaction } from '../../storage/store.ts';
import type { AlertRow, AlertVersionRow } from '../../storage/tables/alerts.ts';
import type { WatchRow } from '../../storage/tables/watches.ts';
import type { AlertGeometry } from '../api/alert.ts';
import { distance, spot } from '../planning/distance.ts';
import { around, boxOf, type Geometry } from '../planning/geometry.ts';
import { leavePushes } from '../push/leave-pushes.ts';
import { contentOf } from './alerts.ts';
import { runsIn } from './picture.ts';

/** Metres; nobody watches from further away. */
export const widestWatch = 5000;

/** Nobody needs to hear of a jam half a day later. */
const pushedHours = 6;

const acts = {
  first: { vi: 'Tin ở nơi bạn theo dõi', en: 'News of a place that you follow' },
  publish: { vi: 'Cập nhật, ở nơi bạn theo dõi', en: 'Updated, at a place that you follow' },
  end: { vi: 'Đã hết, ở nơi bạn theo dõi', en: 'Over, at a place that you follow' },
  expire: { vi: 'Đã hết hiệu lực, ở nơi bạn theo dõi', en: 'Expired, at a place that you follow' },
  cancel: { vi: 'Đã rút lại, ở nơi bạn theo dõi', en: 'Taken back, at a place that you follow' },
} as const;
const said = ({ act, number }: AlertVersionRow) => acts[act === 'publish' && number === 1 ? 'first' : act];

/** Tells whoever watches the unit or the place, in the transaction that told everybody: once for each person and version. */
export async function tellWatchers(tx: Transaction, { unitId }: Pick<AlertRow, 'unitId'>, version: AlertVersionRow): Promise<void> {
  const { alertId, number, at } = version;
  const told: string[] = [];
  for (const { accountId, name } of [...(await tx.watches.find({ unitId }, { order: [['id', 'asc']] })), ...(await watchesNear(tx, version))]) {
    if (await tx.alertNews.insertIfAbsent({ accountId, alertId, number, watchName: name, at, readAt: null })) told.push(accountId);
  }
  await leavePushes(tx, { about: `alert ${alertId} ${number}`, to: told, since: at, now: at, hours: pushedHours, content: { title: contentOf(version).headline, body: said(version), url: `/alerts/${alertId}`, tag: `alert-${alertId}`, urgent: true } });
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
