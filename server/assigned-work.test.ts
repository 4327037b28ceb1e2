import { strict as assert } from 'node:assert';
import { publishFolder } from './seed/foundation.ts';
import { ward } from './seed/units.ts';
import { doStep } from './testing/filing.ts';
import { password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';

const folder = new URL('../procedures/assigned-work', import.meta.url).pathname;
const counter = 'ward-99001-counter';
const handler = `${ward}:handler:account-thuly`;

describe('work that a leader gives, over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    await publishFolder(house.services, folder);
  });
  after(() => house.stop());

  const data = { title: 'Kiểm tra cống (giả định)', text: 'Đi kiểm tra và báo cáo (giả định).', to: handler, dueBy: 'days', amount: 2 };
  // signed in anew once the clock has gone on for longer than a session waits
  const signedIn = new Map<string, Promise<Visitor>>();
  const visitor = (login: string): Promise<Visitor> => {
    const who = `${login} ${house.clock.now().slice(0, 13)}`;
    const known = signedIn.get(who) ?? new Visitor(house.url, 'vi').signIn(login, password);
    signedIn.set(who, known);
    return known;
  };
  const sent = async (login: string, change: object = {}, unit: string = ward) => (await visitor(login)).json('POST', '/api/desk/dossiers', { procedure: 'assigned-work', unit, data: { ...data, ...change } });
  const give = async (login: string, change: object = {}) => {
    const { status, body } = await sent(login, change);
    assert.equal(status, 201, JSON.stringify(body));
    return body as unknown as { dossier: string; code: string };
  };
  const worklist = async (login: string, scope = 'team') => ((await (await visitor(login)).done('GET', `/api/tasks?procedure=assigned-work&scope=${scope}`)) as unknown as { items: { name: { en: string }; dossier: { id: string }; assignee: { id: string } | null }[] }).items;
  const has = async (login: string, dossier: string, scope = 'team') => (await worklist(login, scope)).some((item) => item.dossier.id === dossier);
  const begun = async (login: string, list = 'open') => ((await (await visitor(login)).done('GET', `/api/desk/begun?list=${list}`)) as unknown as {
    dossiers: { id: string; clock: { verdict: string; dueAt: string }; turns: { name: { en: string }; role: string; person: { id: string } | null; unit: { id: string } }[]; last: { name: { en: string }; by: { id: string } } | null }[];
  }).dossiers;
  const row = async (login: string, dossier: string, list = 'open') => (await begun(login, list)).find(({ id }) => id === dossier);
  const does = async (login: string, dossier: string, node: string, answer: object) => doStep(house, await visitor(login), dossier, node, answer);

  it('is begun by leaders of every kind, and by nobody else', async () => {
    const offers = async (login: string) => ((await (await visitor(login)).done('GET', '/api/desk/beginnings')) as unknown as { procedures: { key: string }[] }).procedures.some(({ key }) => key === 'assigned-work');
    assert.deepEqual([await offers('truongphong'), await offers('lanhdao'), await offers('lanhdaotrungtam'), await offers('thuly')], [true, true, true, false]);
    assert.equal((await sent('thuly')).status, 404);
  });

  it('offers people and roles of the leader’s unit and those under it, and takes no other', async () => {
    const options = async (login: string) => ((await (await visitor(login)).done('GET', '/api/procedures/assigned-work/forms/application')) as unknown as { catalogues: { receivers: { value: string; label: { vi: string } }[] } }).catalogues.receivers;
    const offered = await options('truongphong');
    assert.deepEqual(offered.find(({ value }) => value === handler)?.label.vi, 'Bùi Văn Thụ Lý, cán bộ thụ lý – Phường Sen Mẫu');
    assert.ok(offered.some(({ value }) => value === `${counter}:receptionist:`) && offered.every(({ value }) => value.startsWith(ward)));
    assert.deepEqual([...new Set((await options('lanhdaotrungtam')).map(({ value }) => value.split(':')[0]))], [counter]);
    for (const to of ['traffic-centre:handler:account-trucban', `${ward}:signer:account-thuly`, 'x']) assert.equal((await sent('truongphong', { to })).status, 422, to);
    assert.equal((await sent('lanhdaotrungtam', {}, counter)).status, 422);
  });

  it('goes to one person, who accepts, reports and is done; the giver sends it back once and confirms', async () => {
    const { dossier } = await give('lanhdao');
    assert.deepEqual((await worklist('thuly', 'mine')).map((item) => [item.dossier.id, item.name.en]), [[dossier, 'Accept the work']]);
    const { clock, turns } = (await row('lanhdao', dossier))!;
    assert.deepEqual([clock.dueAt, clock.verdict, turns.map(({ person }) => person?.id)], ['2026-11-23T10:00:00.000Z', 'within', ['account-thuly']]);
    await does('thuly', dossier, 'accept', { outcome: 'accept' });
    await does('thuly', dossier, 'work', { outcome: 'progress', note: 'Đã làm một nửa' });
    assert.deepEqual((await row('lanhdao', dossier))?.last, { name: { vi: 'Làm, báo cáo', en: 'Do it and report' }, by: { id: 'account-thuly', name: 'Bùi Văn Thụ Lý' }, at: '2026-11-19T02:00:00.000Z' });
    await does('thuly', dossier, 'work', { outcome: 'done', note: 'Xong' });
    assert.deepEqual((await row('lanhdao', dossier))?.turns.map(({ person }) => person?.id), ['account-lanhdao']);
    await does('lanhdao', dossier, 'confirm', { outcome: 'return', reason: 'Thiếu ảnh' });
    await does('thuly', dossier, 'work', { outcome: 'done', note: 'Đã thêm ảnh' });
    await does('lanhdao', dossier, 'confirm', { outcome: 'confirm' });
    assert.deepEqual([await row('lanhdao', dossier), (await row('lanhdao', dossier, 'ended'))?.last?.name.en], [undefined, 'Confirm the result']);
  });

  it('goes to a role of a unit under the leader’s: whoever accepts keeps it, and reads all of it', async () => {
    const { dossier } = await give('truongphong', { to: `${counter}:receptionist:` });
    assert.deepEqual([await has('tiepnhan', dossier), await has('traketqua', dossier), await has('traketqua', dossier, 'all')], [true, false, true], 'all of the unit see it');
    assert.equal((await (await visitor('traketqua')).json('POST', `/api/tasks/${(await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, status: 'open' })))!.id}/claim`, { expectedVersion: 1 })).status, 403, 'another role');
    await does('tiepnhan', dossier, 'accept', { outcome: 'accept' });
    const held = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'work', status: 'open' }));
    assert.deepEqual([held?.claimedBy, held?.roles, held?.unitId], ['account-tiepnhan', ['receptionist'], counter]);
    assert.equal((await (await visitor('tiepnhan')).json('GET', `/api/desk/dossiers/${dossier}`)).status, 200);
    for (const login of ['tiepnhan2', 'trucban', 'pccc']) assert.equal((await (await visitor(login)).json('GET', `/api/desk/dossiers/${dossier}`)).status, 404, login);
  });

  it('tells the giver once that it is late, in their own worklist, and shows it as late to both', async () => {
    const { dossier } = await give('truongphong', { dueBy: 'hours', amount: 1 });
    await does('thuly', dossier, 'accept', { outcome: 'accept' });
    house.clock.set('2026-11-19T03:30:00.000Z');
    await house.work();
    assert.deepEqual((await worklist('truongphong', 'mine')).filter((item) => item.dossier.id === dossier).map(({ name }) => name.en), ['Chase late work']);
    const late = (await row('truongphong', dossier))!;
    assert.deepEqual([late.clock.verdict, late.turns[0]?.person?.id], ['late', 'account-thuly']);
    assert.ok((await (await visitor('thuly')).done('GET', '/api/tasks?due=late') as unknown as { items: { dossier: { id: string } }[] }).items.some((item) => item.dossier.id === dossier));
    await does('truongphong', dossier, 'chase', { note: 'Đã gọi' });
    await does('thuly', dossier, 'work', { outcome: 'done', note: 'Xong' });
    await does('truongphong', dossier, 'confirm', { outcome: 'confirm' });
    assert.equal((await row('truongphong', dossier, 'ended'))?.clock.verdict, 'late');
  });

  it('gets another due date with a reason: whoever works is told, the earlier date stays readable, and it is late by the new one', async () => {
    const { dossier } = await give('truongphong', { dueBy: 'date', amount: undefined, dueOn: '2026-11-25' });
    await does('thuly', dossier, 'accept', { outcome: 'accept' });
    const steps = async (login: string, body: object) => (await visitor(login)).json('POST', `/api/desk/dossiers/${dossier}/steps`, body);
    const page = async (login: string) => (await (await visitor(login)).done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as {
      clock: { dueAt: string; earlier: { dueAt: string }[] }; adHoc: { mine: boolean; ends: boolean; steps: { node: string }[] }[]; history: { text: { vi: string } }[];
    };
    for (const login of ['thuly', 'lanhdao']) assert.deepEqual([(await steps(login, { node: 'reschedule' })).status, (await page(login)).adHoc.map(({ mine }) => mine)], [403, [false]], `${login} did not give it`);
    assert.deepEqual((await page('truongphong')).adHoc.map(({ mine, ends, steps: offered }) => [mine, ends, offered.map(({ node }) => node)]), [[true, false, ['reschedule']]]);
    assert.ok((await steps('truongphong', { node: 'dueDate', done: true })).status >= 400, 'that its date may change never ends');
    const move = async (dueOn: string, reason: string) => {
      assert.equal((await steps('truongphong', { node: 'reschedule' })).status, 200);
      await does('truongphong', dossier, 'reschedule', { dueOn, reason });
    };
    await move('2026-11-20', 'Thành phố cần sớm (giả định)');
    const { clock, history } = await page('thuly');
    assert.deepEqual([clock.dueAt, clock.earlier.map(({ dueAt }) => dueAt)], ['2026-11-20T10:00:00.000Z', ['2026-11-25T10:00:00.000Z']]);
    assert.ok(history.some(({ text }) => /Đổi hạn.*lý do: Thành phố cần sớm/.test(text.vi)), JSON.stringify(history.map(({ text }) => text.vi)));
    assert.deepEqual((await worklist('thuly', 'mine')).filter((item) => item.dossier.id === dossier).map(({ name }) => name.en), ['See when it is due now']);
    await does('thuly', dossier, 'heed', {});
    house.clock.set('2026-11-20T11:00:00.000Z');
    await house.work();
    assert.deepEqual((await worklist('truongphong', 'mine')).filter((item) => item.dossier.id === dossier).map(({ name }) => name.en), ['Chase late work']);
    await move('2026-11-27', 'Thêm một tuần (giả định)');
    assert.deepEqual([(await row('truongphong', dossier))?.clock.verdict, (await page('thuly')).clock.earlier.length], ['within', 2]);
    assert.deepEqual((await worklist('truongphong', 'mine')).filter((item) => item.dossier.id === dossier), [], 'nothing is late any more');
    await does('thuly', dossier, 'heed', {});
    await does('thuly', dossier, 'work', { outcome: 'done', note: 'Xong' });
    await does('truongphong', dossier, 'confirm', { outcome: 'confirm' });
    assert.equal((await row('truongphong', dossier, 'ended'))?.clock.verdict, 'early');
  });

  it('is seen as one’s own by nobody but who gave it', async () => {
    const { dossier } = await give('lanhdao', { dueBy: 'date', amount: undefined, dueOn: '2026-11-27' });
    assert.deepEqual([await row('truongphong', dossier), await row('thuly', dossier), (await row('lanhdao', dossier))?.clock.dueAt], [undefined, undefined, '2026-11-27T10:00:00.000Z']);
    assert.equal((await (await visitor('congdan1')).json('GET', '/api/desk/begun')).status, 403);
  });
});
