import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import { localData } from '../../runtime/local-data.ts';
import type { ServiceSheet } from '../api/procedure.ts';
import type { UnitSettings } from '../api/unit-setting.ts';
import { decidedWith } from '../forms/decided.ts';
import { publishFolder } from '../seed/foundation.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const folder = new URL('../../procedures/household-business', import.meta.url).pathname;
const now = '2026-11-19T02:00:00.000Z';
const day = (offset: number): string => new Date(Date.parse(now) + offset * 86_400_000).toISOString();
const [ward, city] = ['ward-99001', 'city'];
const zero = { procedure: 'household-business', name: 'zeroOnline', value: true, document: '15/NQ-HĐND (giả định)', from: day(2) };

describe('a unit sets things for itself, without a version of its own', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let admin: Visitor;
  let hash: string;
  before(async () => {
    house = await runHouse();
    admin = await house.visitor('quantri');
    hash = await publishFolder(house.services, folder);
  });
  after(() => house.stop());

  const set = (unit: string, body: object) => admin.json('POST', `/api/units/${unit}/settings`, body);
  const sheet = async () => (await admin.done('GET', '/api/procedures/household-business')) as unknown as ServiceSheet;

  it('citizens of the ward read its hours from the day on, and those of no other', async () => {
    const hours = { vi: 'Chiều thứ Sáu (giả định)', en: 'Friday afternoons (fictional)' };
    assert.equal((await set(ward, { procedure: null, name: 'hours', value: hours, document: null, from: day(0.01) })).status, 201);
    assert.deepEqual((await sheet()).localIn, []);
    house.clock.set(day(0.02));
    assert.deepEqual((await sheet()).localIn.map((one) => [one.unit.id, one.hours, one.desk]), [[ward, hours, null]]);
  });

  it('a resolution that the city sets frees what is filed online from its day on, until the ward says otherwise; what is filed keeps what held', async () => {
    for (const [unit, more] of [[city, {}], [ward, { value: false, from: day(4) }], [ward, { value: null, from: day(6) }]] as const) assert.equal((await set(unit, { ...zero, ...more })).status, 201);
    const application = JSON.parse(await readFile(`${folder}/scenarios/applications/tea-shop.json`, 'utf8')) as Data;
    const at = async (offset: number) => house.store.read(async (tx) => {
      const pack = (await house.services.library.version(tx, hash))!;
      const { unit, fee } = await decidedWith(tx, pack, { application, lookUps: {} }, 'online', day(offset));
      return [unit?.id, fee.total, (await localData(tx, pack.procedure, unit?.id, day(offset)))['local']];
    });
    assert.deepEqual(await at(1), [ward, 100_000, { zeroOnline: false }]);
    assert.deepEqual(await at(3), [ward, 0, { zeroOnline: true }]);
    assert.deepEqual(await at(5), [ward, 100_000, { zeroOnline: false }]);
    assert.deepEqual(await at(7), [ward, 0, { zeroOnline: true }]);
  });

  it('the leader who signs for a ward sets them for it, and for no other unit; others of the ward do not', async () => {
    const leader = await house.visitor('lanhdao');
    const line = { procedure: null, name: 'line', value: { vi: 'Phường (giả định)', en: 'Ward (fictional)' }, document: null, from: day(0.02) };
    const by = async (who: Visitor, unit: string) => (await who.json('POST', `/api/units/${unit}/settings`, line)).status;
    assert.deepEqual([await by(leader, ward), await by(leader, city), await by(leader, 'none'), await by(await house.visitor('vanthu'), ward)], [201, 404, 404, 404]);
    const read = (await leader.done('GET', `/api/units/${ward}/settings`)) as unknown as UnitSettings;
    assert.equal(read.settings.filter(({ name, setBy }) => name === 'line' && setBy !== null).length, 1);
    assert.equal((await leader.json('GET', `/api/units/${city}/settings`)).status, 404);
  });

  it('and each says what, from when, by which document and who', async () => {
    const { settings, procedures } = (await admin.done('GET', `/api/units/${city}/settings`)) as unknown as UnitSettings;
    assert.deepEqual(settings.map(({ name, value, document, from, setBy }) => [name, value, document, from, setBy?.name]), [['zeroOnline', true, zero.document, day(2), 'Tô Thị Quản Trị'], ['postage', 30_000, 'Mức giả định của dữ liệu mẫu', '2025-07-01T00:00:00.000Z', 'Tô Thị Quản Trị']]);
    assert.deepEqual(procedures.find(({ key }) => key === 'household-business')?.parameters.map(({ name, kind, usual }) => [name, kind, usual]), [['zeroOnline', 'yesNo', false]]);
    const { changes } = (await admin.done('GET', '/api/people')) as unknown as { changes: { kind: string; note: string }[] };
    assert.match(changes.find(({ kind }) => kind === 'unit.set')?.note ?? '', /zeroOnline, 15\/NQ-HĐND/);
  });

  const refused: readonly (readonly [what: string, body: object, path: string])[] = [
    ['what no procedure declares', { ...zero, name: 'moon' }, '/name'],
    ['what that procedure does not declare', { ...zero, procedure: 'construction-permit-house' }, '/name'],
    ['a value of another kind', { ...zero, value: 7 }, '/value'],
    ['what would hold in the past', { ...zero, from: day(-3) }, '/from'],
    ['a rule without its document', { ...zero, document: ' ' }, '/document'],
  ];
  for (const [what, body, path] of refused) it(`refuses ${what}`, async () => {
    const answer = await set(ward, body);
    assert.equal(answer.status, 422);
    assert.deepEqual((answer.body as unknown as { errors: { path: string }[] }).errors.map((one) => one.path), [path]);
  });
});
