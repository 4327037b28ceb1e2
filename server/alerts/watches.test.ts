import { strict as assert } from 'node:assert';
import type { Json } from '../../engine/state.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { Watches } from '../api/watch.ts';
import { publishFolder } from '../seed/foundation.ts';
import { ward } from '../seed/units.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { doStep } from '../testing/filing.ts';
import { pushService, type PushServiceStandIn } from '../testing/push-service.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

const folder = new URL('../../procedures/traffic-flood-notice', import.meta.url).pathname;

onEveryStore('who follows a place', (open) => {
  let house: RunningHouse;
  let service: PushServiceStandIn;
  before(async function () {
    this.timeout(120_000);
    service = await pushService();
    house = await runHouse({ push: service.push }, undefined, open());
    await drawWard(house.services);
    await publishFolder(house.services, folder);
  });
  after(() => service.stop());
  let keys = 0;
  const key = () => ({ 'Idempotency-Key': `watch-${(keys += 1)}-0123456789abcdef` });
  const follow = async (login: string, body: Readonly<Record<string, Json>>, header = key()) => (await house.visitor(login)).json('POST', '/api/watches', body, header);
  const watches = async (login: string): Promise<Watches> => (await (await house.visitor(login)).done('GET', '/api/watches')) as unknown as Watches;
  const flood = { kind: 'flood', depth: 18, scope: 'ward', urgent: false, where: 'road', road: 'Đường Mẫu Ba', title: 'Ngập trên Đường Mẫu Ba', body: 'Nước ngập, xe máy đi chậm (giả định).', lasts: 120, english: false, source: 'sensor' };
  const begin = async (unit: string, login: string, data: Readonly<Record<string, Json>>): Promise<string> => {
    const answer = await (await house.visitor(login)).json('POST', '/api/desk/dossiers', { procedure: 'traffic-flood-notice', unit, data }, key());
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    await house.work();
    return (answer.body as unknown as { dossier: string }).dossier;
  };

  it('by address, by coordinates or by ward, once for a key; not where the maps know no such place', async () => {
    const header = key();
    const [first, again] = [await follow('congdan1', { name: 'Nhà', near: '1 Đường Mẫu Ba', radius: 300 }, header), await follow('congdan1', { name: 'Nhà', near: '1 Đường Mẫu Ba', radius: 300 }, header)];
    assert.deepEqual([first.status, again.body], [201, first.body], JSON.stringify(first.body));
    assert.equal((await follow('congdan2', { name: 'Biển', near: '9.95, 107.40', radius: 500 })).status, 201);
    assert.equal((await follow('congdan3', { name: 'Phường', unit: ward })).status, 201);
    assert.deepEqual([(await follow('congdan2', { name: 'Đâu', near: 'một nơi không có', radius: 500 })).status, (await follow('congdan2', { name: 'Đâu', unit: 'none' })).status], [422, 404]);
  });

  it('hears of what is told there, of each version once, and nobody else does', async () => {
    const dossier = await begin(ward, 'thuly', flood);
    assert.deepEqual([await watches('congdan1'), await watches('congdan2'), await watches('congdan3')].map(({ unread, news }) => [unread, news.map(({ place, headline }) => [place, headline.vi])]), [[1, [['Nhà', flood.title]]], [0, []], [1, [['Phường', flood.title]]]]);
    await doStep(house, await house.visitor('thuly'), dossier, 'watch', { kind: 'flood', outcome: 'send', depth: 8, body: 'Nước đang rút (giả định).' });
    await house.work();
    await doStep(house, await house.visitor('thuly'), dossier, 'watch', { kind: 'flood', outcome: 'end' });
    await house.work();
    const { news, unread } = await watches('congdan1');
    assert.deepEqual([unread, news.map(({ number, act, state }) => [number, act, state]).toSorted()], [3, [[1, 'publish', 'ended'], [2, 'publish', 'ended'], [3, 'end', 'ended']]]);
  });

  it('hears nothing of a draft, and of another unit only where it is near', async () => {
    const jam = { ...flood, kind: 'traffic_jam', depth: null, level: 3 };
    const { depth: _, ...given } = jam;
    await begin('traffic-centre', 'trucban', given);
    assert.deepEqual([(await watches('congdan1')).unread, (await watches('congdan3')).unread], [3, 3]);
    const dossier = await begin('traffic-centre', 'trucban', { ...flood, title: 'Ngập, trung tâm báo' });
    assert.deepEqual([(await watches('congdan1')).unread, (await watches('congdan3')).unread], [4, 3], dossier);
  });

  it('has read what they opened, gives a place up, and touches nobody else’s', async () => {
    const reader = await house.visitor('congdan1');
    assert.equal((await reader.json('PUT', '/api/watches/read', { until: house.clock.now() })).status, 204);
    const { unread, watches: [mine] } = await watches('congdan1');
    assert.deepEqual([unread, (await watches('congdan3')).unread], [0, 3]);
    assert.deepEqual([(await (await house.visitor('congdan2')).json('DELETE', `/api/watches/${mine!.id}`)).status, (await reader.json('DELETE', `/api/watches/${mine!.id}`)).status, (await watches('congdan1')).watches.length], [404, 204, 0]);
  });

  it('has it come to their phone too, each version once, and to nobody else’s', async () => {
    const on = async (login: string) => {
      const browser = service.browser();
      await (await house.visitor(login)).done('PUT', '/api/push/devices', { ...browser.subscription, language: 'vi' });
      return browser;
    };
    const [near, far] = [await on('congdan3'), await on('congdan2')];
    const dossier = await begin(ward, 'thuly', flood);
    await doStep(house, await house.visitor('thuly'), dossier, 'watch', { kind: 'flood', outcome: 'end' });
    await house.work();
    const { id } = (await house.store.read((tx) => tx.alerts.first({ dossierId: dossier })))!;
    // What has ended takes the place of what was told, wherever both come in.
    assert.deepEqual(near.arrived.map(({ shown, headers }) => [shown.title, shown.body, shown.tag, headers['urgency']]).toSorted(), [[flood.title, 'Tin ở nơi bạn theo dõi', `alert-${id}`, 'high'], [flood.title, 'Đã hết, ở nơi bạn theo dõi', `alert-${id}`, 'high']].toSorted());
    assert.equal(near.arrived[0]!.shown.url, `/alerts/${id}`);
    assert.equal(far.asked, 0);
  });

  it('follows ten places and no more', async () => {
    for (let turn = 0; turn < 10; turn += 1) assert.equal((await follow('congdan4', { name: `Nơi ${turn}`, unit: ward })).status, 201);
    assert.equal((await follow('congdan4', { name: 'Nơi nữa', unit: ward })).status, 422);
  });
});
