import { strict as assert } from 'node:assert';
import type { History } from './api/history.ts';
import { doStep, smallPdf, upload } from './testing/filing.ts';
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
  const staff = async (role: string): Promise<Visitor> => {
    const held = await house.store.read((tx) => tx.roleAssignments.find({ role }));
    const accounts = await house.store.read((tx) => tx.accounts.find({ id: { in: held.map(({ accountId }) => accountId) }, kind: 'staff' }));
    return house.visitor(accounts[0]!.login);
  };

  it('is offered and filed like any procedure', async () => {
    const sheet = (await citizen.done('GET', '/api/procedures/urban-order-report')) as unknown as { steps: unknown[] };
    assert.ok(sheet.steps.length > 3);
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'urban-order-report' })) as unknown as { id: string; revision: number };
    const { body } = await upload(citizen, `draft=${draft.id}&field=photos`, ['via-he.pdf', smallPdf('photo')]);
    const data = {
      category: 'trat_tu', title: 'Bán hàng lấn chiếm vỉa hè', description: 'Quầy hàng chiếm hết vỉa hè.', site: { address: { province: '79', commune: '99001', street: 'Đường Mẫu', houseNo: '12' } }, photos: body.files,
      reporter: { phone: '0900000001', hideIdentity: true, publish: false }, declaration: true,
    };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data, delivery: { method: 'electronic' } })) as unknown as { revision: number };
    ({ dossier } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string });
    await house.work();
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

  it('ends its watch when the reporter is answered, and keeps a record that verifies', async () => {
    const [team, leader] = [await staff('handler'), await staff('section_head')];
    await doStep(house, team, dossier, 'visit', { found: 'nothing', remark: 'Không còn quầy hàng' });
    await doStep(house, leader, dossier, 'approve', { outcome: 'approve' });
    const open = await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, status: 'open' }));
    assert.deepEqual(open.map(({ node }) => node), ['feedback']);
    await doStep(house, await house.visitor('congdan1', 'en'), dossier, 'feedback', { outcome: 'satisfied', stars: 5 });
    const row = await house.store.read((tx) => tx.dossiers.first({ id: dossier }));
    assert.deepEqual([row?.status, row?.state], ['completed', 10]);
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('has figures by state, as its picture shows them', async () => {
    const designer = await house.visitor('thietke');
    const { steps } = (await designer.done('GET', '/api/designer/procedures/urban-order-report/history?days=30')) as unknown as History;
    const visit = steps.find(({ node }) => node === 'visit');
    assert.deepEqual([visit?.count, visit?.open, visit?.late], [1, 0, 1]);
    assert.deepEqual(steps.map(({ node }) => node).toSorted(), ['approve', 'chase', 'classify', 'feedback', 'visit']);
  });
});
