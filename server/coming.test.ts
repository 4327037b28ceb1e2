import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { readFolder } from '../procedures/folder.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { DesignerPackage, DesignerProcedures, VersionView } from './api/designer.ts';
import { offerDue } from './library/offer-due.ts';
import { publish, readyToPublish } from './library/publish.ts';
import { ward } from './seed/units.ts';
import { packageFolder, password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';

const newYear = '2026-12-31T17:00:00.000Z';
const july = '2027-06-30T17:00:00.000Z';
const key = 'pavement';
const name = { vi: 'Sử dụng vỉa hè', en: 'Use of a pavement' };
const at = `/api/designer/procedures/${key}`;

onEveryStore('a version that is published for a later day', (open) => {
  let house: RunningHouse;
  let designer: Visitor;
  let citizen: Visitor;
  let sent = 0;
  before(async function () {
    this.timeout(120_000);
    house = await runHouse({}, '2026-11-19T02:00:00.000Z', open());
    await signIn();
    await designer.done('POST', '/api/designer/procedures', { key, name, from: { template: 'blank' } });
    await designer.done('POST', `${at}/publish`, { revision: 1 });
  });
  after(() => house.stop());

  const signIn = async (): Promise<void> => {
    designer = await new Visitor(house.url, 'vi').signIn('thietke', password);
    citizen = await new Visitor(house.url, 'vi').signIn('congdan1', password);
  };
  /** Sessions do not last as long as these times. */
  const set = async (instant: string): Promise<void> => {
    house.clock.set(instant);
    await signIn();
  };
  const opened = async () => (await designer.done('GET', at)) as unknown as DesignerPackage;
  const save = async (text: string): Promise<number> => {
    const { draft: { revision } } = await opened();
    return ((await designer.done('PUT', `${at}/draft`, { revision, files: [{ path: 'README.md', text }] })) as unknown as { revision: number }).revision;
  };
  const publishing = (revision: number, more: object) => designer.json('POST', `${at}/publish`, { revision, ...more }, { 'Idempotency-Key': `publish-${(sent += 1)}-0123456789abcdef` });
  const published = async (text: string, more: object): Promise<VersionView> => {
    const { status, body } = await publishing(await save(text), more);
    assert.ok(status < 300, JSON.stringify(body));
    return body as unknown as VersionView;
  };
  const readme = async (): Promise<string> => ((await designer.done('GET', `${at}/file?path=README.md`)) as unknown as { text: string }).text;
  /** Number of the version on which a citizen would file now. */
  const followed = async (): Promise<number> => {
    const { version } = (await citizen.done('GET', `/api/procedures/${key}/forms/application`)) as unknown as { version: string };
    return (await opened()).versions.find(({ hash }) => hash === version)!.number;
  };
  const standing = async () => (await opened()).versions.map(({ number, current, from }) => [number, current, from]);
  const listed = async () => ((await designer.done('GET', '/api/designer/procedures')) as unknown as DesignerProcedures).procedures.find((one) => one.key === key)!;

  it('waits: until its day the former one is followed, and home, versions and the draft know of it', async () => {
    const version = await published('for the new year', { from: '2027-01-01T00:00:00+07:00', note: 'Nghị định mới' });
    assert.deepEqual([version.number, version.current, version.from, version.note], [2, false, newYear, 'Nghị định mới']);
    assert.match(version.hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(await standing(), [[2, false, newYear], [1, true, null]]);
    const { published: live, coming } = await listed();
    assert.deepEqual([live?.number, coming.map(({ number, from }) => [number, from])], [1, [[2, newYear]]]);
    assert.equal(await offerDue(house.services), 0);
    assert.equal(await followed(), 1);
    assert.equal(await readme(), 'for the new year', 'editing goes on from what is to come');
    assert.deepEqual((await opened()).changed, []);
  });

  it('takes no dossiers in flight before its day, when it may still be called off', async () => {
    const [coming, current] = (await opened()).versions;
    const admin = await new Visitor(house.url, 'vi').signIn('quantri', password);
    const plan = { from: current!.hash, to: coming!.hash, mapping: {} };
    for (const [path, body] of [['/examine', plan], ['', { ...plan, reason: 'Luật mới', confirmed: false }]] as const) {
      const answer = await admin.json('POST', `${at}/transfers${path}`, body, { 'Idempotency-Key': `early${path.length}-0123456789abcdef` });
      assert.deepEqual([answer.status, answer.body['code'], answer.body['detail']], [422, 'rejected', 'Phiên bản 2 chưa từng được áp dụng; chỉ chuyển hồ sơ sang phiên bản đã có hiệu lực.']);
    }
    assert.equal(await house.store.read((tx) => tx.transfers.count({ procedureKey: key })), 0);
    assert.equal((await admin.json('POST', `${at}/transfers/examine`, { ...plan, from: coming!.hash, to: current!.hash })).status, 200);
  });

  it('is followed from the first moment of its day, and offered once however many look', async () => {
    await set('2026-12-31T16:59:59.999Z');
    assert.deepEqual([await offerDue(house.services), await followed()], [0, 1]);
    await set(newYear);
    assert.equal(await followed(), 2, 'before the worker has looked');
    const { procedures } = (await citizen.done('GET', '/api/procedures')) as unknown as { procedures: { key: string }[] };
    assert.equal(procedures.filter((one) => one.key === key).length, 1);
    const counts = await Promise.all([offerDue(house.services), offerDue(house.services), offerDue(house.services)]);
    assert.deepEqual([counts.reduce((sum, count) => sum + count), await offerDue(house.services)], [1, 0]);
    assert.deepEqual([await standing(), await followed()], [[[2, true, null], [1, false, null]], 2]);
    assert.equal((await opened()).versions[0]?.since, newYear);
  });

  it('may be one of several, which come in their order, and of two for the same moment the later published', async () => {
    await published('for July', { from: july });
    const march = '2027-02-28T17:00:00.000Z';
    await published('for March, with a slip', { from: march });
    const mended = await published('for March', { from: march });
    assert.deepEqual(await standing(), [[5, false, march], [4, false, null], [3, false, july], [2, true, null], [1, false, null]]);
    assert.equal(mended.number, 5);
    await set(july);
    assert.equal(await followed(), 3);
    assert.equal(await offerDue(house.services), 2, 'a machine that stood still catches up');
    assert.deepEqual([await followed(), (await opened()).versions.map(({ number, since }) => [number, since])], [3, [[5, march], [4, null], [3, july], [2, newYear], [1, '2026-11-19T02:00:00.000Z']]]);
  });

  it('is left as it is by what is published at once, unless that calls it off', async () => {
    const later = await published('for 2028', { from: '2027-12-31T17:00:00.000Z' });
    await published('an urgent change', {});
    assert.deepEqual((await standing()).slice(0, 2), [[7, true, null], [6, false, '2027-12-31T17:00:00.000Z']]);
    await published('an urgent change that lasts', { callOff: [later.hash] });
    assert.deepEqual((await standing()).slice(0, 3), [[8, true, null], [7, false, null], [6, false, null]]);
  });

  it('is called off by hand, once, and the house log keeps by whom; its content may be set for another day', async () => {
    const { hash } = await published('called off', { from: '2027-12-01T17:00:00.000Z' });
    await designer.done('DELETE', `${at}/coming/${hash}`);
    assert.equal((await designer.fetch('DELETE', `${at}/coming/${hash}`)).status, 404);
    const [entry] = await house.store.read((tx) => tx.houseLog.find({ subject: key }, { order: [['at', 'desc'], ['id', 'desc']], limit: 1 }));
    assert.deepEqual([entry?.kind, entry?.actor], ['version.call-off', 'account-thietke']);
    await set('2027-12-02T02:00:00.000Z');
    assert.equal(await offerDue(house.services), 0);
    const again = await published('called off', { from: '2028-02-29T17:00:00.000Z' });
    assert.deepEqual([again.hash, again.from], [hash, '2028-02-29T17:00:00.000Z'], 'the same content is the same version');
    const moved = await published('called off', { from: '2028-03-31T17:00:00.000Z' });
    assert.deepEqual([moved.hash, moved.from, (await standing()).filter(([, , from]) => from !== null).length], [hash, '2028-03-31T17:00:00.000Z', 1], 'it has one day');
    assert.equal((await designer.fetch('DELETE', `${at}/coming/${hash}`)).status, 204);
  });

  const refused: Readonly<Record<string, string>> = { 'a moment that has passed': '2027-12-01T00:00:00.000Z', 'now': '2027-12-02T02:00:00.000Z', 'more than a year ahead': '2029-01-01T00:00:00.000Z' };
  for (const [what, from] of Object.entries(refused)) it(`is refused for ${what}`, async () => {
    const { status, body } = await publishing(await save(what), { from });
    assert.deepEqual([status, body['code'], body['detail']], [422, 'rejected', 'Ngày áp dụng phải sau lúc này, và không quá một năm.']);
  });

  it('is refused for content that is followed already', async () => {
    const { status, body } = await publishing(await save('an urgent change that lasts'), { from: '2028-02-29T17:00:00.000Z' });
    assert.deepEqual([status, body['code']], [422, 'rejected']);
  });

  it('may be the first of its procedure: nobody files before its day, and called off it is still there to edit', async () => {
    await designer.done('POST', '/api/designer/procedures', { key: 'brand-new', name, from: { procedure: key } });
    const { hash } = (await designer.done('POST', '/api/designer/procedures/brand-new/publish', { revision: 1, from: '2028-02-29T17:00:00.000Z' })) as unknown as VersionView;
    assert.equal((await citizen.json('GET', '/api/procedures/brand-new')).status, 404);
    await designer.done('DELETE', `/api/designer/procedures/brand-new/coming/${hash}`);
    const row = ((await designer.done('GET', '/api/designer/procedures')) as unknown as DesignerProcedures).procedures.find((one) => one.key === 'brand-new');
    assert.deepEqual([row?.name, row?.published, row?.coming], [name, null, []]);
  });

  it('brings its start timers with it on its day, and those drawn alike go on', async () => {
    const { services, store, clock } = house;
    await set('2027-12-02T03:00:00.000Z');
    const { code } = (await store.read((tx) => tx.units.first({ id: ward })))!;
    const ready = async (timer: string, note: string) => {
      const procedure = JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object;
      const drawn = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="round" isExecutable="true"><startEvent id="hourly"><timerEventDefinition><timeCycle>${timer}</timeCycle></timerEventDefinition></startEvent><userTask id="walk" name="Đi tuần" motcua:nameEn="Walk" motcua:form="assign" motcua:role="handler" motcua:timeLimit="1 working day" motcua:state="4" motcua:clock="start"/><userTask id="note" name="Ghi" motcua:nameEn="Note" motcua:form="assign" motcua:role="handler" motcua:timeLimit="1 working day" motcua:clock="end"/><endEvent id="end"/><sequenceFlow id="a" sourceRef="hourly" targetRef="walk"/><sequenceFlow id="b" sourceRef="walk" targetRef="note"/><sequenceFlow id="c" sourceRef="note" targetRef="end"/></process></definitions>`;
      const files = new Map([...await readFolder(packageFolder), ['README.md', note], ['procedure.json', JSON.stringify({ ...procedure, key: 'round', office: { unit: code } })], ['process.bpmn', drawn]] as const);
      const found = await readyToPublish(services.files, files);
      assert.ok('hash' in found, JSON.stringify(found));
      return found;
    };
    const put = async (timer: string, note: string, from?: string) => {
      const what = await ready(timer, note);
      return store.transaction((tx) => publish(store, tx, what, { account: 'system', at: clock.now(), note: null, ...(from !== undefined && { from }) }));
    };
    const begun = async () => {
      const numbers = new Map((await store.read((tx) => tx.procedureVersions.find({ key: 'round' }))).map(({ hash, number }) => [hash, number]));
      return (await store.read((tx) => tx.dossiers.find({ procedureKey: 'round' }, { order: [['submittedAt', 'asc']] }))).map(({ submittedAt, procedureHash }) => `${submittedAt.slice(11, 16)} ${numbers.get(procedureHash)}`);
    };
    await put('R4/PT1H', 'first');
    await put('R4/PT1H', 'second', '2027-12-02T05:30:00.000Z');
    await set('2027-12-02T05:00:00.000Z');
    await house.work();
    assert.deepEqual(await begun(), ['04:00 1', '05:00 1']);
    await set('2027-12-02T06:00:00.000Z');
    await house.work();
    assert.deepEqual(await begun(), ['04:00 1', '05:00 1'], 'the turn waits for the version whose day it is');
    assert.equal(await offerDue(services), 1);
    await house.work();
    await set('2027-12-02T09:00:00.000Z');
    await house.work();
    assert.deepEqual(await begun(), ['04:00 1', '05:00 1', '06:00 2', '07:00 2']);
  });

  it('is refused while its timers could not be set, and logged when that happens on its day', async () => {
    const { services, store, clock } = house;
    const row = await store.read((tx) => tx.procedureVersions.first({ key: 'round', number: 2 }));
    const loaded = { key: 'round', hash: 'f'.repeat(64), files: row!.files, timers: [], office: 'H99.1' };
    await assert.rejects(store.transaction((tx) => publish(store, tx, loaded, { account: 'system', at: clock.now(), note: null, from: '2028-01-01T00:00:00.000Z' })), { code: 'invalid' });
    await store.transaction((tx) => tx.procedureVersions.insert({ ...row!, hash: 'e'.repeat(64), number: 9, offered: false, offeredFrom: clock.now() }));
    await store.transaction((tx) => tx.units.update({ id: ward }, { code: 'H99.2' }));
    assert.equal(await offerDue(services), 0);
    assert.ok(house.logged.some((line) => line.includes('version.offer-failed')));
  });
});
