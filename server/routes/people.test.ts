import { strict as assert } from 'node:assert';
import type { HouseOfPeople, RoleGiven } from '../api/people.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const ward = 'ward-99001';
const now = '2026-11-19T02:00:00.000Z';
const day = (offset: number): string => new Date(Date.parse(now) + offset * 86_400_000).toISOString();

describe('an administrator gives roles and ends them', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let admin: Visitor;
  before(async () => {
    house = await runHouse();
    admin = await house.visitor('quantri');
  });
  after(() => house.stop());

  const people = async () => (await admin.done('GET', '/api/people')) as unknown as HouseOfPeople;
  const give = (who: string, body: object) => admin.json('POST', `/api/people/account-${who}/roles`, { unit: ward, from: day(0), to: null, ...body });
  const given = async (who: string, body: object) => (await admin.done('POST', `/api/people/account-${who}/roles`, { unit: ward, from: day(0), to: null, ...body })) as unknown as RoleGiven;
  const end = (id: string, at: string, note = 'thử') => admin.json('POST', `/api/roles/${id}/end`, { at, note });
  const mayRead = async (who: string) => (await (await house.visitor(who)).json('GET', '/api/tasks')).status;

  it('sees units with their parents, and every role with its time', async () => {
    const { units, staff } = await people();
    assert.equal(units.find(({ id }) => id === 'ward-99001-counter')?.parent, ward);
    assert.deepEqual(staff.find(({ id }) => id === 'account-lanhdao')?.roles.map(({ role, unit, to }) => [role, unit.id, to]), [['signer', ward, null]]);
  });

  const refused: readonly [what: string, who: string, body: object, path: string][] = [
    ['for the past', 'thuly', { role: 'clerk', from: day(-3) }, '/from'],
    ['that ends before it begins', 'thuly', { role: 'clerk', to: day(-1) }, '/to'],
    ['of a citizen', 'thuly', { role: 'applicant' }, '/role'],
    ['that the person holds already', 'thuly', { role: 'handler' }, '/role'],
    ['in a unit that there is not', 'thuly', { role: 'clerk', unit: 'nowhere' }, '/unit'],
    ['of another without a document', 'truongphong', { role: 'signer', delegatedBy: 'account-lanhdao', to: day(9) }, '/document'],
    ['of another without an end', 'truongphong', { role: 'signer', delegatedBy: 'account-lanhdao', document: '05/QĐ' }, '/to'],
    ['of another who does not hold it', 'truongphong', { role: 'signer', delegatedBy: 'account-thuly', document: '05/QĐ', to: day(9) }, '/delegatedBy'],
    ['of oneself', 'lanhdao', { role: 'section_head', delegatedBy: 'account-lanhdao', document: '05/QĐ', to: day(9) }, '/delegatedBy'],
  ];
  for (const [what, who, body, path] of refused) {
    it(`gives no role ${what}`, async () => {
      const answer = await give(who, body);
      assert.equal(answer.status, 422);
      assert.deepEqual((answer.body as unknown as { errors: { path: string }[] }).errors.map((one) => one.path), [path]);
    });
  }

  it('gives a delegated role, which may not be delegated again', async () => {
    const role = await given('truongphong', { role: 'signer', delegatedBy: 'account-lanhdao', document: '05/QĐ', to: day(9) });
    assert.equal(role.delegatedBy?.name, 'Ngô Văn Chủ Tịch');
    assert.equal((await give('thuly', { role: 'signer', delegatedBy: 'account-truongphong', document: '06/QĐ', to: day(5) })).status, 422);
    assert.match((await people()).changes[0]?.note ?? '', /Huỳnh Thị Trưởng Phòng: Lãnh đạo ký, 05\/QĐ/);
  });

  it('gives the same role once, however often it is asked', async () => {
    const ask = () => admin.fetch('POST', '/api/people/account-thuly2/roles', { body: { role: 'clerk', unit: ward, from: day(0), to: null }, headers: { 'Idempotency-Key': 'the-same-key-twice-0001' } });
    const [one, other] = [await ask(), await ask()];
    assert.deepEqual([one.status, other.status], [201, 201]);
    assert.deepEqual(await one.json(), await other.json());
  });

  it('ends a role at once, and the person can do no more; the row stays', async () => {
    const role = (await people()).staff.find(({ id }) => id === 'account-pccc')?.roles[0];
    assert.equal(await mayRead('pccc'), 200);
    assert.equal((await end(role?.id ?? '', day(0))).status, 200);
    assert.equal(await mayRead('pccc'), 403);
    assert.equal((await people()).staff.find(({ id }) => id === 'account-pccc')?.roles.length, 1);
    assert.equal((await end(role?.id ?? '', day(3))).status, 422, 'it has ended before');
  });

  it('gives back on the same day a role that was ended by mistake, from then on', async () => {
    const midnight = '2026-11-18T17:00:00.000Z';
    const [ended] = (await people()).staff.find(({ id }) => id === 'account-pccc')?.roles ?? [];
    const again = await given('pccc', { role: ended?.role, unit: ended?.unit.id, from: midnight });
    assert.deepEqual([again.from, again.to], [now, null]);
    assert.equal(await mayRead('pccc'), 200);
  });

  it('ends what was delegated from a role with the role', async () => {
    const rolesOf = async (who: string) => (await people()).staff.find(({ id }) => id === `account-${who}`)?.roles ?? [];
    const own = (await rolesOf('lanhdao')).find(({ role }) => role === 'signer');
    await end(own?.id ?? '', day(2));
    assert.equal((await rolesOf('truongphong')).find(({ role }) => role === 'signer')?.to, day(2));
  });

  it('ends a role that has not begun so that it never holds', async () => {
    const role = await given('vanthu', { role: 'result_officer', from: day(10) });
    await end(role.id, day(1));
    const row = (await people()).staff.find(({ id }) => id === 'account-vanthu')?.roles.find(({ id }) => id === role.id);
    assert.equal(row?.to, row?.from);
  });

  it('ends nothing for the past, and not the last administrator', async () => {
    const own = (await people()).staff.find(({ id }) => id === 'account-quantri')?.roles.find(({ role }) => role === 'admin');
    assert.equal((await end(own?.id ?? '', day(-3))).status, 422);
    assert.equal((await end(own?.id ?? '', day(1))).status, 422);
    await given('thietke', { role: 'admin', unit: 'city' });
    assert.equal((await end(own?.id ?? '', day(1))).status, 200);
  });

  it('knows no role and no person that is not there', async () => {
    assert.equal((await end('none', day(1))).status, 404);
    assert.equal((await give('none', { role: 'clerk' })).status, 404);
    assert.equal((await give('congdan1', { role: 'clerk' })).status, 404);
  });
});
