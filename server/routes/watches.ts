import { parsePoint } from '../../forms/place.ts';
import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import type { WatchRow } from '../../storage/tables/watches.ts';
import { contentOf, stateAt } from '../alerts/alerts.ts';
import type { NewWatch, WatchNews, WatchView } from '../api/watch.ts';
import type { Handlers } from '../http/handler.ts';
import type { Language } from '../http/language.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { ask } from '../planning/ask.ts';
import { degrees, fixed } from '../planning/geometry.ts';
import type { Services } from '../services.ts';
import { namesOf, type Names } from '../views/names.ts';

const most = { watches: 10, news: 50 };
const tooMany = { vi: `Bạn theo dõi được nhiều nhất ${most.watches} nơi. Hãy bỏ bớt trước.`, en: `At most ${most.watches} places can be followed. Please give one up first.` };
const notFoundThere = { vi: 'Không tìm thấy nơi này trên bản đồ. Viết số nhà và đường, hoặc tọa độ như 10.776912, 106.700981.', en: 'This place is not on the maps. Write house number and street, or coordinates like 10.776912, 106.700981.' };

/** Places that a citizen follows, and what was told of them. */
export const watchHandlers = ({ store, newId }: Services) => ({
  'GET /api/watches': ({ actor, at }) => store.read(async (tx) => {
    const watches = await tx.watches.find({ accountId: actor.account.id }, { order: [['createdAt', 'asc'], ['id', 'asc']] });
    const names = await namesOf(tx, watches.flatMap(({ unitId }) => unitId ?? []));
    return { watches: watches.map((row) => watchView(row, names)), news: await newsFor(tx, actor.account.id, at), unread: await tx.alertNews.count({ accountId: actor.account.id, readAt: null }) };
  }),

  'POST /api/watches': ({ body, actor, key, language, at }) => once(store, { actor: actor.account.id, key, kind: 'watch.begin', body, at }, async (tx) => {
    if ((await tx.watches.count({ accountId: actor.account.id })) >= most.watches) throw new ProblemError('rejected', { detail: tooMany });
    const row: WatchRow = { id: newId(), accountId: actor.account.id, name: body.name.trim(), ...(await placeIn(tx, body, language, at)), createdAt: at };
    await tx.watches.insert(row);
    return watchView(row, await namesOf(tx, row.unitId === null ? [] : [row.unitId]));
  }),

  'DELETE /api/watches/:id': ({ params, actor }) => store.transaction(async (tx) => {
    if ((await tx.watches.remove({ id: params.id, accountId: actor.account.id })) === 0) throw notFound();
  }),

  'PUT /api/watches/read': ({ body, actor, at }) => store.transaction(async (tx) => {
    await tx.alertNews.update({ accountId: actor.account.id, readAt: null, at: { lte: body.until } }, { readAt: at });
  }),
}) satisfies Partial<Handlers>;

const watchView = ({ id, name, unitId, x, y, radius }: WatchRow, names: Names): WatchView => ({ id, name, unit: unitId === null ? null : names.unit(unitId), latitude: y === null ? null : degrees(y), longitude: x === null ? null : degrees(x), radius });

async function placeIn(tx: Transaction, watch: NewWatch, language: Language, at: string): Promise<Pick<WatchRow, 'unitId' | 'x' | 'y' | 'radius'>> {
  if ('unit' in watch) {
    if ((await tx.units.count({ id: watch.unit })) === 0) throw notFound();
    return { unitId: watch.unit, x: null, y: null, radius: null };
  }
  const point = parsePoint(watch.near) ?? (await ask(tx, { address: watch.near }, dayOf(at))).answer;
  if (point === null || Math.abs(point.latitude) > 90 || Math.abs(point.longitude) > 180) throw new ProblemError('invalid', { errors: [{ path: 'near', message: notFoundThere[language] }] });
  return { unitId: null, x: fixed(point.longitude), y: fixed(point.latitude), radius: watch.radius };
}

async function newsFor(tx: Transaction, accountId: string, at: string): Promise<WatchNews[]> {
  const rows = await tx.alertNews.find({ accountId }, { order: [['at', 'desc'], ['alertId', 'asc'], ['number', 'desc']], limit: most.news });
  const ids = [...new Set(rows.map(({ alertId }) => alertId))];
  const alerts = new Map((await tx.alerts.find({ id: { in: ids } })).map((row) => [row.id, row]));
  const versions = await tx.alertVersions.find({ alertId: { in: ids } });
  return rows.flatMap(({ alertId, number, watchName, at: told, readAt }): WatchNews[] => {
    const [alert, version] = [alerts.get(alertId), versions.find((one) => one.alertId === alertId && one.number === number)];
    return alert === undefined || version === undefined ? [] : [{ alert: alertId, number, act: version.act, at: told, place: watchName, headline: contentOf(version).headline, state: stateAt(alert, at), unread: readAt === null }];
  });
}
