import { strict as assert } from 'node:assert';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { DeskDossier } from '../api/desk.ts';
import type { DossierView } from '../api/dossier.ts';
import type { Follows, Nearby } from '../api/nearby.ts';
import { cleanPicture } from '../pictures/clean-picture.ts';
import { publishFolder } from '../seed/foundation.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { doStep, upload } from '../testing/filing.ts';
import { cameraWrote, photo, photoBlob } from '../testing/photos.ts';
import { pushService, type PushServiceStandIn, type Subscribed } from '../testing/push-service.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const folder = new URL('../../procedures/urban-order-report', import.meta.url).pathname;
const stall = { latitude: 9.9013, longitude: 107.3012 };
/** So many metres north of the stall. */
const north = (metres: number) => ({ ...stall, latitude: Number((stall.latitude + metres / 111_319.5).toFixed(7)) });
const secret = 'Bà chủ quầy tên Lê Thị Giả Định';

onEveryStore('reports of the same nearby', (open) => {
  let house: RunningHouse;
  let service: PushServiceStandIn;
  let phone: Subscribed;
  let first = '';
  before(async function () {
    this.timeout(120_000);
    service = await pushService();
    phone = service.browser();
    house = await runHouse({ push: service.push }, undefined, open());
    await drawWard(house.services);
    await publishFolder(house.services, folder);
  });
  after(() => service.stop());
  let keys = 0;
  const key = () => ({ 'Idempotency-Key': `nearby-${(keys += 1)}-0123456789abcdef` });
  const answers = (spot: unknown, category = 'trat_tu', publish = true) => ({
    category, title: 'Bán hàng lấn chiếm vỉa hè', description: secret, site: { commune: '99001', spot }, reporter: { phone: '0900000001', hideIdentity: true, publish }, declaration: true,
  });
  const begin = async (by: Visitor, data: Readonly<Record<string, unknown>>): Promise<{ id: string; revision: number }> => {
    const draft = (await by.done('POST', '/api/drafts', { procedure: 'urban-order-report' })) as unknown as { id: string; revision: number };
    const { body } = await upload(by, `draft=${draft.id}&field=photos`, ['bà Lê Thị.jpg', photoBlob('image/jpeg')]);
    const saved = (await by.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: { ...data, photos: body.files } as never })) as unknown as { revision: number };
    return { ...draft, ...saved };
  };
  const file = async (login: string, data: Readonly<Record<string, unknown>>): Promise<{ dossier: string; code: string }> => {
    const by = await house.visitor(login);
    const { id, revision } = await begin(by, data);
    const filed = (await by.done('POST', `/api/drafts/${id}/file`, { revision, declared: true })) as unknown as { dossier: string; code: string };
    await house.work();
    return filed;
  };
  const nearby = async (login: string, data: Readonly<Record<string, unknown>>): Promise<Nearby> => {
    const by = await house.visitor(login);
    const { id } = await begin(by, data);
    const found = (await by.done('GET', `/api/drafts/${id}/nearby`)) as unknown as Nearby;
    await by.done('DELETE', `/api/drafts/${id}`);
    return found;
  };
  const follows = async (login: string): Promise<Follows> => (await (await house.visitor(login)).done('GET', '/api/follows')) as unknown as Follows;
  const classified = (picturesShown: boolean) => ({ outcome: 'handle', severity: 'can_som', subCategory: 'hang_rong', team: 'trat_tu_do_thi', picturesShown });

  it('are shown with distance, age and state, of the same kind and within the metres that the procedure says', async () => {
    first = (await file('congdan1', answers(stall))).dossier;
    const { within, reports } = await nearby('congdan2', answers(north(40)));
    assert.equal(within, 50);
    assert.deepEqual(reports.map(({ metres, step, state, kind, followers, mine, following, pictures, submittedAt }) => [metres, step?.vi, state, kind?.vi, followers, mine, following, pictures, submittedAt]), [[40, 'Phân loại phản ánh', 1, 'Trật tự đô thị', 0, false, false, [], house.clock.now()]]);
    assert.deepEqual((await nearby('congdan2', answers(north(60)))).reports, []);
    assert.deepEqual((await nearby('congdan2', answers(stall, 'rac'))).reports, []);
    assert.deepEqual((await nearby('congdan2', answers(stall, 've_sinh'))).reports, []);
    assert.deepEqual((await nearby('congdan1', answers(stall))).reports.map(({ mine }) => mine), [true]);
  });

  it('are found by an address that the maps have; words alone are for people', async () => {
    await file('congdan3', answers({ address: '5 Đường Mẫu Ba' }));
    assert.deepEqual((await nearby('congdan2', answers({ address: '5 duong mau ba' }))).reports.map(({ metres }) => metres), [0]);
    assert.deepEqual(await nearby('congdan2', answers({ words: 'Bên trái cổng chợ' })), { at: house.clock.now(), within: 50, unplaced: true, reports: [] });
    assert.equal((await nearby('congdan2', { site: { spot: { latitude: 1e9, longitude: 'x' } }, category: 'trat_tu' })).unplaced, true);
    await file('congdan3', answers({ words: 'Bên trái cổng chợ' }));
  });

  it('lie where their reporter has put the place right', async () => {
    const { dossier } = await file('congdan3', answers({ words: 'Góc chợ' }, 'cay_xanh'));
    assert.deepEqual((await nearby('congdan2', answers(stall, 'cay_xanh'))).reports, []);
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'classify', { outcome: 'supplement', items: [{ target: 'field', path: 'site.spot', remark: 'Chỉ rõ chỗ' }] });
    await doStep(house, await house.visitor('congdan3'), dossier, 'askReporter', { changes: { 'site.spot': { ...stall, words: 'Góc chợ' } } });
    assert.deepEqual((await nearby('congdan2', answers(stall, 'cay_xanh'))).reports.map(({ metres }) => metres), [0]);
  });

  it('say nothing of who reported, nor in which words', async () => {
    const by = await house.visitor('congdan2');
    const { id } = await begin(by, answers(stall));
    const said = JSON.stringify((await by.json('GET', `/api/drafts/${id}/nearby`)).body);
    const row = await house.store.read((tx) => tx.dossiers.first({ id: first }));
    for (const text of [secret, 'Lấn', 'Giả Định', '0900000001', first, row!.code, row!.applicantAccount!]) assert.ok(!said.includes(text), `it says ${text}`);
  });

  it('show photos only when the reporter agreed and the officer saw nobody in them, as copies without what the camera wrote', async () => {
    const by = await house.visitor('congdan2');
    assert.deepEqual((await nearby('congdan2', answers(stall))).reports[0]!.pictures, []);
    const [file] = await house.store.read((tx) => tx.files.find({ dossierId: first }));
    const spot = (await nearby('congdan2', answers(stall))).reports[0]!.id;
    assert.equal((await by.json('GET', `/api/nearby/${spot}/pictures/${file!.id}`)).status, 404);
    await doStep(house, await house.visitor('tiepnhan'), first, 'classify', classified(true));
    const [shown] = (await nearby('congdan2', answers(stall))).reports;
    assert.deepEqual([shown!.step?.vi, shown!.pictures], ['Đội đến kiểm tra', [file!.id]]);
    const answer = await by.fetch('GET', `/api/nearby/${spot}/pictures/${file!.id}`);
    const copy = Buffer.from(await answer.arrayBuffer());
    assert.ok(cleanPicture('image/jpeg', photo('image/jpeg'))?.equals(copy), copy.toString());
    assert.deepEqual([cameraWrote.filter((text) => copy.includes(text)), answer.headers.get('content-disposition')?.includes('Le')], [[], false]);
    assert.equal((await by.json('GET', `/api/files/${file!.id}`)).status, 404);
  });

  it('are followed instead, once for each person, and never by their own reporter', async () => {
    const [spot] = (await nearby('congdan2', answers(stall))).reports;
    const by = await house.visitor('congdan2');
    const header = key();
    const answered = [await by.json('POST', `/api/nearby/${spot!.id}/follow`, undefined, header), await by.json('POST', `/api/nearby/${spot!.id}/follow`, undefined, header), await by.json('POST', `/api/nearby/${spot!.id}/follow`, undefined, key())];
    assert.deepEqual(answered.map(({ status, body }) => [status, body['followers']]), [[200, 1], [200, 1], [200, 1]]);
    assert.equal((await (await house.visitor('congdan1')).json('POST', `/api/nearby/${spot!.id}/follow`, undefined, key())).status, 422);
    assert.equal((await by.json('POST', '/api/nearby/none/follow', undefined, key())).status, 404);
    assert.deepEqual((await nearby('congdan2', answers(stall))).reports.map(({ followers, following }) => [followers, following]), [[1, true]]);
    assert.deepEqual((await follows('congdan2')).follows.map(({ kind, unread, answer }) => [kind?.vi, unread, answer]), [['Trật tự đô thị', false, null]]);
    await by.done('PUT', '/api/push/devices', { ...phone.subscription, language: 'vi' });
  });

  it('stand beside a dossier at the desk, with how many follow; a duplicate is joined to the open one by its code', async () => {
    const same = await file('congdan3', answers(north(20)));
    const clerk = await house.visitor('tiepnhan');
    const { nearby: beside } = (await clerk.done('GET', `/api/desk/dossiers/${same.dossier}`)) as unknown as DeskDossier;
    const { code } = (await house.store.read((tx) => tx.dossiers.first({ id: first })))!;
    assert.deepEqual(beside, { within: 50, followers: 0, others: [{ dossier: first, code, subject: 'Bán hàng lấn chiếm vỉa hè', metres: 20, submittedAt: house.clock.now(), followers: 1 }] });
    await doStep(house, clerk, same.dossier, 'classify', { outcome: 'duplicate', duplicateOf: 'H29-nham', reason: 'Đã có phản ánh cùng chỗ' });
    await doStep(house, clerk, same.dossier, 'askCode', { outcome: 'join', duplicateOf: code });
    const row = await house.store.read((tx) => tx.dossiers.first({ id: same.dossier }));
    assert.deepEqual([row?.status, row?.state, row?.data['closing']], ['completed', 3, 'duplicate']);
    assert.deepEqual([(await follows('congdan3')).follows.length, ((await clerk.done('GET', `/api/desk/dossiers/${first}`)) as unknown as DeskDossier).nearby?.followers], [1, 2]);
  });

  it('answer whoever reported and whoever follows, with the pictures afterwards, and are no more shown to others', async () => {
    const spot = (await follows('congdan2')).follows[0]!.id;
    const team = await house.visitor('thuly');
    await doStep(house, team, first, 'visit', { found: 'found', remark: 'Có quầy hàng' });
    const act = await house.store.read((tx) => tx.tasks.first({ dossierId: first, node: 'act', status: 'open' }));
    const { body } = await upload(team, `task=${act!.id}&field=afterPhotos`, ['sau.webp', photoBlob('image/webp')]);
    await doStep(house, team, first, 'act', { closingCode: 'resolved', result: 'Đã dọn, vỉa hè thông thoáng', afterPhotos: body.files });
    assert.equal((await follows('congdan2')).follows[0]!.answer, null);
    await doStep(house, await house.visitor('truongphong'), first, 'approve', { outcome: 'approve' });
    const cleared = body.files[0]!.file;
    const { answer } = (await (await house.visitor('congdan1')).done('GET', `/api/dossiers/${first}`)) as unknown as DossierView;
    assert.deepEqual([answer?.text, answer?.pictures.map((picture) => picture.file)], ['Đã dọn, vỉa hè thông thoáng', [cleared]]);
    const by = await house.visitor('congdan2');
    const { follows: [followed], unread } = await follows('congdan2');
    // Their phone says that there is news, and neither of whom nor of which dossier.
    assert.deepEqual(phone.arrived.at(-1)?.shown, { title: 'Việc bạn theo dõi có tin mới', body: followed!.procedure.name.vi, url: '/follows', tag: `follows-${spot}`, language: 'vi' });
    const { code } = (await house.store.read((tx) => tx.dossiers.first({ id: first })))!;
    for (const text of [secret, first, code]) assert.ok(!JSON.stringify(phone.arrived).includes(text), `it says ${text}`);
    assert.deepEqual([unread, followed!.unread, followed!.answer], [1, true, { text: 'Đã dọn, vỉa hè thông thoáng', pictures: [cleared] }]);
    assert.ok(cleanPicture('image/webp', photo('image/webp'))?.equals(Buffer.from(await (await by.fetch('GET', `/api/nearby/${spot}/pictures/${cleared}`)).arrayBuffer())));
    assert.equal((await (await house.visitor('congdan4')).json('GET', `/api/nearby/${spot}/pictures/${cleared}`)).status, 404);
    assert.deepEqual((await nearby('congdan4', answers(stall))).reports, []);
    assert.equal((await (await house.visitor('congdan4')).json('POST', `/api/nearby/${spot}/follow`, undefined, key())).status, 404);
    await by.done('PUT', '/api/follows/read', { seen: [{ id: spot, state: followed!.state }] });
    assert.equal((await follows('congdan2')).unread, 0);
    await by.done('DELETE', `/api/nearby/${spot}/follow`);
    assert.deepEqual([(await follows('congdan2')).follows, (await by.json('DELETE', `/api/nearby/${spot}/follow`)).status], [[], 404]);
  });

  after(() => house.stop());
});
