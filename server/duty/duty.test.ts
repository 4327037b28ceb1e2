import { strict as assert } from 'node:assert';
import type { Json } from '../../engine/state.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { DutyList, Roster } from '../api/duty.ts';
import { publishFolder } from '../seed/foundation.ts';
import { ward } from '../seed/units.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { doStep, upload } from '../testing/filing.ts';
import { photoBlob } from '../testing/photos.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

const folder = new URL('../../procedures/urban-order-report', import.meta.url).pathname;
const start = '2026-11-19T02:00:00.000Z';

onEveryStore('the duty list', (open) => {
  let house: RunningHouse;
  before(async function () {
    this.timeout(120_000);
    house = await runHouse({}, start, open());
    await drawWard(house.services);
    await publishFolder(house.services, folder);
  });
  after(() => house.stop());
  let keys = 0;
  const key = () => ({ 'Idempotency-Key': `duty-${(keys += 1)}-0123456789abcdef` });
  const at = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();
  const file = async (spot: Json, category = 'trat_tu'): Promise<string> => {
    const by = await house.visitor('congdan1');
    const draft = (await by.done('POST', '/api/drafts', { procedure: 'urban-order-report' })) as unknown as { id: string; revision: number };
    const { body } = await upload(by, `draft=${draft.id}&field=photos`, ['via-he.jpg', photoBlob('image/jpeg')]);
    const data = { category, title: 'Bán hàng lấn chiếm vỉa hè', description: 'Quầy hàng chiếm hết vỉa hè.', site: { commune: '99001', spot }, photos: body.files, reporter: { phone: '0900000001', hideIdentity: true, publish: false }, declaration: true };
    const { revision } = (await by.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: data as never })) as unknown as { revision: number };
    const { dossier } = (await by.done('POST', `/api/drafts/${draft.id}/file`, { revision, declared: true })) as unknown as { dossier: string };
    await house.work();
    return dossier;
  };
  // In English at another time of day: whoever looked an hour before was signed out.
  const list = async (login: string, language: 'vi' | 'en' = 'vi'): Promise<DutyList> => (await (await house.visitor(login, language)).done('GET', '/api/desk/duty')) as unknown as DutyList;
  const roster = async (login: string): Promise<Roster> => (await (await house.visitor(login)).done('GET', '/api/desk/shifts')) as unknown as Roster;
  const give = async (login: string, change: Readonly<Record<string, Json>> = {}, header = key()) =>
    (await house.visitor(login)).json('POST', '/api/desk/shifts', { unit: ward, person: 'account-thuly', from: at(-60), to: at(420), note: 'Bộ đàm 3', ...change }, header);

  it('is kept by the head of a unit, with the counter below it, once for a key, and says what does not fit', async () => {
    const header = key();
    const [first, again] = [await give('truongphong', {}, header), await give('truongphong', {}, header)];
    assert.deepEqual([first.status, again.body], [201, first.body], JSON.stringify(first.body));
    const table: readonly (readonly [change: Readonly<Record<string, Json>>, status: number, path: string | undefined])[] = [
      [{ from: at(60), to: at(60) }, 422, '/to'], [{ from: at(-120), to: at(-60) }, 422, '/to'], [{ from: at(0), to: at(60 * 24 * 8) }, 422, '/to'], [{ from: at(60 * 24 * 400), to: at(60 * 24 * 401) }, 422, '/from'],
      [{ from: at(400), to: at(800) }, 422, '/from'], [{ person: 'account-congdan1' }, 422, '/person'], [{ person: 'none' }, 422, '/person'], [{ unit: 'ward-99002' }, 404, undefined], [{ unit: 'none' }, 404, undefined],
      [{ from: 'soon' }, 422, undefined], [{ person: 'account-thuly', from: at(420), to: at(800) }, 201, undefined],
    ];
    for (const [change, status, path] of table) {
      const { status: answered, body } = await give('truongphong', change);
      assert.deepEqual([answered, path && (body['errors'] as unknown as { path: string }[])[0]?.path], [status, path], JSON.stringify([change, body]));
    }
    assert.deepEqual([(await give('tiepnhan')).status, (await give('thuly')).status, (await give('congdan1')).status], [404, 404, 403]);
    const { body: written } = await give('truongphong', { person: 'account-thuly2', from: '2026-11-19T20:00:00+07:00', to: '2026-11-19T14:00:00Z' });
    assert.deepEqual([written['from'], written['to']], ['2026-11-19T13:00:00.000Z', '2026-11-19T14:00:00.000Z'], JSON.stringify(written));
    const { units } = await roster('truongphong');
    assert.ok(units.some(({ unit, people }) => unit.id === ward && people.some(({ id }) => id === 'account-thuly')) && units.every(({ unit }) => unit.id.startsWith(ward)), JSON.stringify(units));
    assert.deepEqual([(await roster('thuly')).units, (await roster('thuly')).shifts.map(({ mine, note }) => [mine, note])], [[], [[false, 'Bộ đàm 3'], [false, 'Bộ đàm 3'], [false, 'Bộ đàm 3']]]);
    assert.deepEqual((await roster('tiepnhan2')).shifts, []);
  });

  it('shows what is open, the first due first, with its road, its minutes and who is on duty now', async () => {
    const slow = await file({ latitude: 9.9013, longitude: 107.3012 }, 'chieu_sang');
    const stall = await file({ address: '5 Đường Mẫu Ba' });
    const told = await file({ words: 'Bên trái cổng chợ' });
    const { dossiers, onDuty, procedure, map, more } = await list('thuly');
    assert.deepEqual([procedure?.key, more, onDuty.map(({ person, note, unit }) => [person.id, note, unit.id])], ['urban-order-report', 0, [['account-thuly', 'Bộ đàm 3', ward]]]);
    assert.deepEqual(dossiers.map(({ dossier, kind, road, said, point }) => [dossier, kind?.en, road?.vi ?? null, said, point !== null]).toSorted(), [
      [slow, 'Lighting', dossiers.find(({ dossier }) => dossier === slow)?.road?.vi ?? null, null, true], [stall, 'Urban order', 'Đường Mẫu Ba', '5 Đường Mẫu Ba', true], [told, 'Urban order', null, 'Bên trái cổng chợ', false],
    ].toSorted());
    assert.equal(dossiers.at(-1)?.dossier, slow);
    assert.deepEqual([dossiers[0]?.clock.left, dossiers[0]?.clock.verdict, dossiers[0]?.steps.map(({ name, by }) => [name.vi, by])], [{ amount: 2, unit: 'hour', working: false }, 'within', [['Phân loại phản ánh', null]]]);
    assert.ok(map !== null && map.roads.some(({ label }) => label.vi === 'Đường Mẫu Ba') && dossiers.every(({ point }) => point === null || (point[0]! >= 0 && point[0]! <= map.width && point[1]! >= 0 && point[1]! <= map.height)));
  });

  it('is nobody else’s: another ward sees none of it, a citizen may not ask', async () => {
    assert.deepEqual([(await list('tiepnhan2')).dossiers, (await list('tiepnhan2')).onDuty, (await list('quantri')).dossiers], [[], [], []]);
    assert.equal((await (await house.visitor('congdan1')).json('GET', '/api/desk/duty')).status, 403);
    assert.equal((await (await house.visitor('thuly')).json('GET', '/api/desk/duty?procedure=construction-permit-house')).status, 404);
  });

  it('warns before the limit, calls the leader in, and tells to whom it went when it is over', async () => {
    const [{ dossier } = { dossier: '' }] = (await list('tiepnhan')).dossiers;
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'classify', { outcome: 'handle', severity: 'can_som', subCategory: 'hang_rong', team: 'trat_tu_do_thi' });
    house.clock.set(at(95));
    await house.work();
    const warned = (await list('thuly', 'en')).dossiers.find((row) => row.dossier === dossier);
    assert.deepEqual([warned?.clock.verdict, warned?.clock.left?.amount, warned?.steps.map(({ name, clock }) => [name.en, clock.verdict]), warned?.escalated.map(({ name, role, at: when, doneAt }) => [name.vi, role, when, doneAt])],
      ['soon', 25, [['Check on the spot', 'late']], [['Đôn đốc', 'section_head', at(90), null]]]);
    await doStep(house, await house.visitor('truongphong', 'en'), dossier, 'chase', { action: 'Đã gọi đội trưởng' });
    house.clock.set(at(125));
    await house.work();
    const late = (await list('thuly', 'en')).dossiers.find((row) => row.dossier === dossier);
    assert.deepEqual([late?.clock.verdict, late?.clock.left?.amount, late?.escalated.map(({ name, by, doneAt }) => [name.vi, by?.id ?? null, doneAt !== null])], ['late', -5, [['Đôn đốc', 'account-truongphong', true], ['Giải trình quá hạn', null, false]]]);
  });

  it('ends a shift that has begun now, and forgets one that has not', async () => {
    const by = await house.visitor('truongphong', 'en');
    const { shifts } = (await by.done('GET', '/api/desk/shifts')) as unknown as Roster;
    for (const { id } of shifts) await by.done('DELETE', `/api/desk/shifts/${id}`);
    assert.equal((await by.json('DELETE', `/api/desk/shifts/${shifts[0]!.id}`)).status, 404);
    assert.deepEqual(((await by.done('GET', '/api/desk/shifts')) as unknown as Roster).shifts, []);
    assert.deepEqual((await house.store.read((tx) => tx.dutyShifts.find({}))).map(({ endsAt }) => endsAt), [at(125)]);
  });
});
