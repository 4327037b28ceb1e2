import { strict as assert } from 'node:assert';
import { ways, type Opened } from '../storage/testing/stores.ts';
import { password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';

// The store in memory knows no references.
const wanted = process.env['MOTCUA_STORE'];
for (const { kind, open } of ways.filter((way) => way.kind !== 'memory' && (wanted === undefined || way.kind === wanted))) describe(`an account that is erased, on ${kind}`, function () {
  this.timeout(60_000);
  let opened: Opened | null = null;
  let house: RunningHouse;
  before(async function () {
    opened = await open();
    if (opened === null) return this.skip();
    house = await runHouse({}, '2026-11-19T02:00:00.000Z', opened.store);
  });
  after(async () => {
    await house?.stop();
    await opened?.drop();
  });

  it('takes along the places it follows, its sessions and choices; others keep theirs', async () => {
    const [id, other] = ['account-erased', 'account-congdan1'];
    await house.store.transaction(async (tx) => tx.accounts.insert({ ...(await tx.accounts.first({ id: other }))!, id, login: id, subject: null }));
    for (const login of [id, 'congdan1']) {
      const citizen = await new Visitor(house.url, 'vi').signIn(login, password);
      await citizen.done('POST', '/api/watches', { name: 'Nhà', near: '10.776912, 106.700981', radius: 500 });
    }
    await house.store.transaction((tx) => tx.messageChoices.insert({ accountId: id, channel: 'sms', phone: '0900000009', chosenAt: house.clock.now() }));
    await house.store.transaction((tx) => tx.accounts.remove({ id }));
    const left = (accountId: string) => house.store.read(async (tx) => [await tx.watches.count({ accountId }), await tx.sessions.count({ accountId }), await tx.messageChoices.count({ accountId })]);
    assert.deepEqual([await left(id), await left(other)], [[0, 0, 0], [1, 1, 0]]);
  });
});
