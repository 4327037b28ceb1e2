import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import type { DeskDossier } from './api/desk.ts';
import type { History } from './api/history.ts';
import { doStep, upload } from './testing/filing.ts';
import { cameraWrote, photo, photoBlob } from './testing/photos.ts';
import { cleanPicture } from './pictures/clean-picture.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';
import { publishFolder } from './seed/foundation.ts';
import type { Visitor } from './testing/visitor.ts';

const folder = new URL('../procedures/urban-order-report', import.meta.url).pathname;
const classified = { outcome: 'handle', severity: 'can_som', subCategory: 'hang_rong', team: 'trat_tu_do_thi' };

describe('a report on urban order over HTTP, which is a statechart', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let dossier = '';
  before(async () => {
    house = await runHouse();
    await publishFolder(house.services, folder);
    citizen = await house.visitor('congdan1');
  });
  after(() => house.stop());
  const staff = async (role: string, language: 'vi' | 'en' = 'vi'): Promise<Visitor> => {
    const held = await house.store.read((tx) => tx.roleAssignments.find({ role }));
    const accounts = await house.store.read((tx) => tx.accounts.find({ id: { in: held.map(({ accountId }) => accountId) }, kind: 'staff' }));
    return house.visitor(accounts[0]!.login, language);
  };

  const bytesFor = async (visitor: Visitor, file: string): Promise<Buffer> => Buffer.from(await (await visitor.fetch('GET', `/api/files/${file}`)).arrayBuffer());

  it('is offered and filed like any procedure', async () => {
    const sheet = (await citizen.done('GET', '/api/procedures/urban-order-report')) as unknown as { steps: unknown[] };
    assert.ok(sheet.steps.length > 3);
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'urban-order-report' })) as unknown as { id: string; revision: number };
    const { body } = await upload(citizen, `draft=${draft.id}&field=photos`, ['via-he.jpg', photoBlob('image/jpeg', 6)]);
    const data = {
      category: 'trat_tu', title: 'Bán hàng lấn chiếm vỉa hè', description: 'Quầy hàng chiếm hết vỉa hè.', site: { commune: '99001', spot: { latitude: 9.9013, longitude: 107.3012 } }, photos: body.files,
      reporter: { phone: '0900000001', hideIdentity: true, publish: false }, declaration: true,
    };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data, delivery: { method: 'electronic' } })) as unknown as { revision: number };
    ({ dossier } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string });
    await house.work();
  });

  it('keeps the original as evidence, untouched and named by its hash, for whoever sent it and those who handle it', async () => {
    const row = await house.store.read((tx) => tx.files.first({ dossierId: dossier }));
    const original = photo('image/jpeg', 6);
    assert.equal(row?.sha256, createHash('sha256').update(original).digest('hex'));
    for (const visitor of [citizen, await staff('receptionist'), await staff('handler')]) assert.deepEqual(await bytesFor(visitor, row.id), original);
  });

  it('runs its clock of 120 minutes from the start, and shows the citizen the way ahead', async () => {
    const view = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { timeline: { name: { vi: string }; standing: string }[]; clock: { dueAt: string } };
    assert.equal(Date.parse(view.clock.dueAt), Date.parse('2026-11-19T04:00:00.000Z'));
    assert.deepEqual(view.timeline.map(({ name, standing }) => `${standing} ${name.vi}`), ['done Nộp hồ sơ', 'current Phân loại phản ánh', 'next Đội đến kiểm tra', 'next Xử lý', 'next Duyệt kết quả']);
  });

  it('warns the leader after 90 minutes while the team is still out', async () => {
    await doStep(house, await staff('receptionist'), dossier, 'classify', classified);
    house.clock.set('2026-11-19T03:30:00.000Z');
    await house.work();
    const open = await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, status: 'open' }));
    assert.deepEqual(open.map(({ node }) => node).toSorted(), ['chase', 'visit']);
  });

  it('gives the reporter the team’s photos without what the camera wrote, or not at all', async () => {
    // those who looked an hour and a half ago were signed out since
    const [team, leader, reporter] = [await staff('handler', 'en'), await staff('section_head', 'en'), await house.visitor('congdan1', 'en')];
    const visit = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'visit', status: 'open' }));
    const { body } = await upload(team, `task=${visit?.id ?? ''}&field=photos`, ['vắng.png', photoBlob('image/png')], ['hỏng.jpg', photoBlob('image/jpeg').slice(0, 300)]);
    const [seen, broken] = body.files.map(({ file }) => file);
    await doStep(house, team, dossier, 'visit', { found: 'nothing', remark: 'Không còn quầy hàng', photos: body.files });
    const desk = (await leader.done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as DeskDossier;
    assert.deepEqual(desk.files.filter(({ file }) => file === seen).map(({ replaced }) => replaced), [false]);
    const shown = await bytesFor(reporter, seen!);
    assert.deepEqual([shown, ...cameraWrote.filter((text) => shown.includes(text))], [cleanPicture('image/png', photo('image/png'))]);
    assert.deepEqual(await bytesFor(leader, seen!), photo('image/png'));
    const refused = await reporter.json('GET', `/api/files/${broken}`);
    assert.deepEqual([refused.status, refused.body['code']], [422, 'file-refused']);
  });

  it('ends its watch when the reporter is answered, and keeps a record that verifies', async () => {
    const [leader, reporter] = [await staff('section_head', 'en'), await house.visitor('congdan1', 'en')];
    await doStep(house, leader, dossier, 'approve', { outcome: 'approve' });
    const open = await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, status: 'open' }));
    assert.deepEqual(open.map(({ node }) => node), ['feedback']);
    await doStep(house, reporter, dossier, 'feedback', { outcome: 'satisfied', stars: 5 });
    const row = await house.store.read((tx) => tx.dossiers.first({ id: dossier }));
    assert.deepEqual([row?.status, row?.state], ['completed', 10]);
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('has figures by state, as its picture shows them', async () => {
    const designer = await house.visitor('thietke');
    const { steps } = (await designer.done('GET', '/api/designer/procedures/urban-order-report/history?days=30')) as unknown as History;
    const visit = steps.find(({ node }) => node === 'visit');
    assert.deepEqual([visit?.count, visit?.open, visit?.late], [1, 0, 1]);
    assert.deepEqual(steps.map(({ node }) => node).toSorted(), ['approve', 'chase', 'classify', 'feedback', 'pressArrival', 'visit']);
  });
});
