import { strict as assert } from 'node:assert';
import { Parser } from 'saxen';
import type { Json } from '../../engine/state.ts';
import type { AlertPage, Alerts } from '../api/alert.ts';
import { publish } from '../connectors/publish.ts';
import { publishFolder } from '../seed/foundation.ts';
import { ward } from '../seed/units.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { doStep } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

const folder = new URL('../../procedures/traffic-flood-notice', import.meta.url).pathname;

interface Tag { readonly name: string; readonly inside: Tag[]; text: string }
/** The XML as a tree; fails when it is not well-formed. */
const treeOf = (xml: string): Tag => {
  const root: Tag = { name: '', inside: [], text: '' };
  const open: Tag[] = [root];
  const faults: string[] = [];
  const parser = new Parser();
  parser.on('error', (error: Error) => void faults.push(error.message));
  parser.on('warn', (error: Error) => void faults.push(error.message));
  parser.on('openTag', (name: string) => {
    const tag: Tag = { name, inside: [], text: '' };
    open.at(-1)!.inside.push(tag);
    open.push(tag);
  });
  parser.on('closeTag', () => void open.pop());
  parser.on('text', (text: string, decode: (text: string) => string) => void (open.at(-1)!.text += decode(text)));
  parser.parse(xml);
  assert.deepEqual(faults, []);
  return root.inside[0]!;
};
const of = (tag: Tag, name: string): string[] => tag.inside.filter((one) => one.name === name).map(({ text }) => text);

// CAP 1.2, the schema of its appendix: what may stand in each element, in this order; `!` must, `*` may come again.
const sequences: Readonly<Record<string, readonly string[]>> = {
  alert: ['identifier!', 'sender!', 'sent!', 'status!', 'msgType!', 'source', 'scope!', 'restriction', 'addresses', 'code*', 'note', 'references', 'incidents', 'info*'],
  info: ['language', 'category!*', 'event!', 'responseType*', 'urgency!', 'severity!', 'certainty!', 'audience', 'eventCode*', 'effective', 'onset', 'expires', 'senderName', 'headline', 'description', 'instruction', 'web', 'contact', 'parameter*', 'resource*', 'area*'],
  parameter: ['valueName!', 'value!'], area: ['areaDesc!', 'polygon*', 'circle*', 'geocode*', 'altitude', 'ceiling'],
};
const values: Readonly<Record<string, RegExp>> = {
  identifier: /^[^\s,<&]+$/, sender: /^[^\s,<&]+$/, status: /^(Actual|Exercise|System|Test|Draft)$/, msgType: /^(Alert|Update|Cancel|Ack|Error)$/, scope: /^Public$/, references: /^([^\s,]+,[^\s,]+,[^\s,]+)( [^\s,]+,[^\s,]+,[^\s,]+)*$/,
  category: /^(Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|CBRNE|Other)$/, responseType: /^(Shelter|Evacuate|Prepare|Execute|Avoid|Monitor|Assess|AllClear|None)$/,
  urgency: /^(Immediate|Expected|Future|Past|Unknown)$/, severity: /^(Extreme|Severe|Moderate|Minor|Unknown)$/, certainty: /^(Observed|Likely|Possible|Unlikely|Unknown)$/, language: /^[a-z]{2}-[A-Z]{2}$/,
  polygon: /^(-?\d+(\.\d+)?,-?\d+(\.\d+)?)( -?\d+(\.\d+)?,-?\d+(\.\d+)?){3,}$/, circle: /^-?\d+(\.\d+)?,-?\d+(\.\d+)? \d+(\.\d+)?$/,
};
for (const time of ['sent', 'effective', 'onset', 'expires']) Object.assign(values, { [time]: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}$/ });

/** What of a message is not as CAP 1.2 has it. */
const capFaults = (tag: Tag): string[] => {
  const sequence = (sequences[tag.name] ?? []).map((text) => ({ name: text.replace(/[!*]+$/, ''), must: text.includes('!'), many: text.endsWith('*') }));
  const places = tag.inside.map(({ name }) => sequence.findIndex((one) => one.name === name));
  const pairs = tag.name === 'polygon' ? tag.text.split(' ') : [];
  return [
    ...tag.inside.flatMap(({ name }, index) => (places[index]! < 0 ? [`${name} in ${tag.name}`] : index > 0 && places[index]! < places[index - 1]! ? [`${name} too late`] : [])),
    ...sequence.flatMap(({ name, must, many }) => {
      const count = of(tag, name).length;
      return (must && count === 0) || (!many && count > 1) ? [`${count} ${name} in ${tag.name}`] : [];
    }),
    ...(values[tag.name]?.test(tag.text) === false ? [`${tag.name}: ${tag.text}`] : []), ...(pairs[0] === pairs.at(-1) ? [] : [`polygon not closed: ${tag.text}`]), ...tag.inside.flatMap(capFaults),
  ];
};

describe('what the office tells of traffic and floods', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    await drawWard(house.services);
    await publishFolder(house.services, folder);
  });
  after(() => house.stop());

  let keys = 0;
  const begin = async (data: Readonly<Record<string, Json>>): Promise<string> => {
    const answer = await (await house.visitor('thuly')).json('POST', '/api/desk/dossiers', { procedure: 'traffic-flood-notice', unit: ward, data }, { 'Idempotency-Key': `alert-begin-${(keys += 1)}-0123456789` });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    await house.work();
    return (answer.body as unknown as { dossier: string }).dossier;
  };
  const step = async (dossier: string, login: string, node: string, answer: Readonly<Record<string, Json>>): Promise<void> => {
    await doStep(house, await house.visitor(login), dossier, node, answer);
    await house.work();
  };
  const list = async (): Promise<Alerts> => (await (await house.visitor()).done('GET', '/api/alerts')) as unknown as Alerts;
  const idOf = async (dossier: string): Promise<string> => (await house.store.read((tx) => tx.alerts.first({ dossierId: dossier })))!.id;
  const page = async (id: string): Promise<AlertPage> => (await (await house.visitor()).done('GET', `/api/alerts/${id}`)) as unknown as AlertPage;
  const text = async (path: string): Promise<string> => (await (await house.visitor()).fetch('GET', path)).text();
  const flood = { kind: 'flood', depth: 18, scope: 'ward', urgent: false, where: 'road', road: 'Đường Mẫu Ba', fromRoad: 'Đường Hoa Sen Mẫu', toRoad: 'Đường Hoa Mai Mẫu', title: 'Ngập trên <Đường Mẫu Ba> & hẻm', body: 'Nước ngập, xe máy đi chậm (giả định).', lasts: 120, english: true, titleEn: 'Flooding on Sample Three', bodyEn: 'Flooded, ride slowly (fictional).', source: 'sensor' };
  const jam = { kind: 'traffic_jam', level: 3, scope: 'ward', urgent: false, where: 'point', spot: { latitude: 9.902, longitude: 107.302, words: 'Trước chợ Mẫu' }, reach: 200, title: 'Ùn ứ trước chợ Mẫu', body: 'Xe đông, đi chậm (giả định).', english: false, source: 'duty' };
  let told = '';

  it('is public once it is published, and not while it is a draft, waits for approval or was sent back', async () => {
    const dossier = await begin(jam);
    assert.deepEqual((await list()).inForce, []);
    await step(dossier, 'truongphong', 'approve', { outcome: 'return', reason: 'Ghi rõ hướng' });
    assert.deepEqual([(await list()).inForce, await house.store.read((tx) => tx.alertVersions.count({}))], [[], 0]);
    await step(dossier, 'thuly', 'revise', { kind: 'traffic_jam', outcome: 'send', level: 3, body: 'Hướng vào trung tâm (giả định).' });
    await step(dossier, 'truongphong', 'approve', { outcome: 'publish' });
    const [alert, ...more] = (await list()).inForce;
    assert.deepEqual([more, alert?.headline.vi, alert?.description.vi, alert?.levelName.vi, alert?.version, alert?.geometry], [[], jam.title, 'Hướng vào trung tâm (giả định).', 'Ùn ứ', 1, { type: 'Point', coordinates: [107.302, 9.902] }]);
    await step(dossier, 'thuly', 'watch', { kind: 'traffic_jam', outcome: 'end', reason: 'Đã thông' });
    const after = await list();
    assert.deepEqual([after.inForce, after.over.map(({ state }) => state)], [[], ['ended']]);
  });

  it('shows the stretch of the road as the maps have it, and is drawn on them', async () => {
    const dossier = await begin(flood);
    told = await idOf(dossier);
    const { alert, map } = await page(told);
    assert.deepEqual([alert.place.vi, alert.place.en, alert.depthCm, alert.level], ['Đường Mẫu Ba, đoạn từ Đường Hoa Sen Mẫu đến Đường Hoa Mai Mẫu', 'Sample Three Street, from Sample Lotus Street to Sample Apricot Street', 18, 2]);
    assert.equal(alert.geometry?.type, 'LineString');
    const [[ax, ay], [bx, by]] = [alert.geometry.coordinates[0]!, alert.geometry.coordinates.at(-1)!] as [[number, number], [number, number]];
    const metres = Math.hypot((bx - ax) * 111_319.5 * Math.cos((ay * Math.PI) / 180), (by - ay) * 111_319.5);
    assert.ok(Math.abs(metres - 160) < 2, `${metres} m between streets that lie 160 m apart`);
    assert.ok(map !== null && map.roads.some(({ label }) => label.vi === 'Đường Mẫu Ba') && map.marks.length === 1);
  });

  it('is told anew as a next version, with all that was told before', async () => {
    const { dossierId } = (await house.store.read((tx) => tx.alerts.first({ id: told })))!;
    house.clock.set('2026-11-19T02:30:00.000Z');
    await step(dossierId, 'thuly', 'watch', { kind: 'flood', outcome: 'send', depth: 8, body: 'Nước đang rút (giả định).', bodyEn: 'Going down (fictional).', lasts: 60, correction: true });
    const { alert, told: versions } = await page(told);
    assert.deepEqual([alert.version, alert.level, alert.depthCm, alert.until], [2, 1, 8, '2026-11-19T03:30:00.000Z']);
    assert.deepEqual(versions.map(({ number, description, reason }) => [number, description.vi, reason?.vi]), [[2, 'Nước đang rút (giả định).', 'Đính chính'], [1, flood.body, undefined]]);
  });

  it('is told once however often the call comes, and nothing more after it is over', async () => {
    const row = (await house.store.read((tx) => tx.alerts.first({ id: told })))!;
    const dossier = (await house.store.read((tx) => tx.dossiers.first({ id: row.dossierId })))!;
    const call = { key: 'a call', dossier, node: 'publish', at: house.clock.now(), inputs: { act: 'publish', minutes: 60, content: row.content }, attempt: 1, waiting: null, job: 'a call' };
    const within = (inputs: Readonly<Record<string, Json>> = call.inputs, key = call.key) => house.store.transaction((tx) => (publish.kind === 'transactional' ? publish.within({ ...call, inputs, key }, { tx, now: call.at, newId: () => 'new' }) : Promise.reject(new Error('expected a connector of the transaction'))));
    const [first, again] = [await within(), await within()];
    assert.deepEqual([again, await house.store.read((tx) => tx.alertVersions.count({ alertId: told }))], [first, 3]);
    const code = async (inputs: Readonly<Record<string, Json>>) => {
      const outcome = await within(inputs, `other ${JSON.stringify(inputs).length}`);
      return 'code' in outcome ? outcome.code : outcome;
    };
    assert.deepEqual([await code({ act: 'shout' }), await code({ ...call.inputs, minutes: 0 }), await code({ ...call.inputs, content: { kind: 'flood' } })], ['alert-act', 'alert-minutes', 'alert-content']);
    assert.equal(await house.store.read((tx) => tx.alertVersions.count({ alertId: told })), 3);
  });

  it('is a message of CAP 1.2 that says it is a test, an update that names what it updates', async () => {
    const [first, second] = [treeOf(await text(`/api/alerts/${told}/cap.xml?version=1`)), treeOf(await text(`/api/alerts/${told}/cap.xml?version=2`))];
    assert.deepEqual([capFaults(first), capFaults(second)], [[], []]);
    assert.deepEqual([of(first, 'msgType'), of(first, 'status'), of(first, 'references'), of(second, 'msgType')], [['Alert'], ['Test'], [], ['Update']]);
    assert.deepEqual(of(second, 'references'), [`${of(first, 'sender')[0]},${of(first, 'identifier')[0]},${of(first, 'sent')[0]}`]);
    const [vi, en] = first.inside.filter(({ name }) => name === 'info');
    assert.deepEqual([of(vi!, 'language'), of(vi!, 'headline'), of(en!, 'language'), of(en!, 'headline')], [['vi-VN'], [flood.title], ['en-US'], [flood.titleEn]]);
    assert.equal((await (await house.visitor()).fetch('GET', `/api/alerts/${told}/cap.xml?version=9`)).status, 404);
  });

  it('is open to programs as RSS and as GeoJSON', async () => {
    const channel = treeOf(await text('/api/alerts.rss')).inside[0]!;
    assert.deepEqual(channel.inside.filter(({ name }) => name === 'item').map((item) => [of(item, 'title'), of(item, 'guid')]), [[[flood.title], [`${told}-3`]]]);
    const collection = JSON.parse(await text('/api/alerts.geojson')) as { type: string; features: { id: string; geometry: { type: string } }[] };
    assert.deepEqual([collection.type, collection.features.map(({ id, geometry }) => [id, geometry.type])], ['FeatureCollection', [[told, 'LineString']]]);
  });

  it('goes out first when it is urgent, and is taken back by a Cancel', async () => {
    const dossier = await begin({ ...jam, kind: 'accident', level: 4, urgent: true, where: 'area', corners: [{ at: '9.9010, 107.3010' }, { at: '9.9010, 107.3030' }, { at: '9.9030, 107.3030' }], placeWords: 'Quanh chợ Mẫu' });
    const id = await idOf(dossier);
    assert.deepEqual((await list()).inForce.map((one) => [one.id, one.severity, one.geometry?.type]), [[id, 'Extreme', 'Polygon'], [told, 'Minor', 'LineString']], 'the gravest comes first');
    await step(dossier, 'truongphong', 'confirm', { outcome: 'retract', reason: 'Báo nhầm' });
    const message = treeOf(await text(`/api/alerts/${id}/cap.xml`));
    assert.deepEqual([capFaults(message), of(message, 'msgType'), (await page(id)).alert.state], [[], ['Cancel'], 'cancelled']);
  });

  it('is over at its time even when nobody has noted it, and then closed by itself', async () => {
    house.clock.set('2026-11-19T03:31:00.000Z');
    assert.deepEqual((await list()).inForce, []);
    const before = await house.store.read((tx) => tx.alerts.first({ id: told }));
    await house.work();
    const after = await house.store.read((tx) => tx.alerts.first({ id: told }));
    assert.deepEqual([before?.state, after?.state, (await page(told)).alert.state], ['in-force', 'expired', 'expired']);
    const last = treeOf(await text(`/api/alerts/${told}/cap.xml`));
    const info = last.inside.find(({ name }) => name === 'info')!;
    assert.deepEqual([capFaults(last), of(info, 'responseType'), of(info, 'urgency')], [[], ['AllClear'], ['Past']]);
  });

  it('is nothing for an id that is none', async () => {
    for (const path of ['/api/alerts/none', '/api/alerts/none/cap.xml']) assert.equal((await (await house.visitor()).fetch('GET', path)).status, 404);
  });
});
