import { strict as assert } from 'node:assert';
import { runHouse, password, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';

const mine = 'ngựa đúng pin ghim';

describe('a password', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  const enter = (login: string, word: string) => new Visitor(house.url, 'vi').signIn(login, word);
  const isIn = async (person: Visitor): Promise<boolean> => ((await person.done('GET', '/api/session')) as unknown as { account: unknown }).account !== null;
  const mayEnter = async (login: string, word: string): Promise<boolean> => (await (await house.visitor()).json('POST', '/api/session', { username: login, password: word })).status === 200;

  const refused: readonly [what: string, body: { current: string; next: string }, path: string][] = [
    ['without the current one', { current: 'sai rồi', next: mine }, '/current'],
    ['that is short', { current: password, next: 'chín ký tự'.slice(0, 9) }, '/next'],
    ['that is the old one', { current: password, next: password }, '/next'],
  ];
  for (const [what, body, path] of refused) it(`is not changed to one ${what}`, async () => {
    const person = await enter('vanthu', password);
    const answer = await person.json('POST', '/api/session/password', body);
    assert.deepEqual([answer.status, (answer.body as unknown as { errors: { path: string }[] }).errors.map((one) => one.path)], [422, [path]]);
    assert.ok(await mayEnter('vanthu', password));
  });

  it('is changed by its owner, whose other sessions end', async () => {
    const [here, elsewhere, another] = [await enter('thuly', password), await enter('thuly', password), await enter('truongphong', password)];
    assert.equal((await here.fetch('POST', '/api/session/password', { body: { current: password, next: mine } })).status, 204);
    assert.deepEqual([await isIn(here), await isIn(elsewhere), await isIn(another)], [true, false, true]);
    assert.deepEqual([await mayEnter('thuly', password), await mayEnter('thuly', mine), await mayEnter('thuly', mine.normalize('NFD'))], [false, true, true]);
  });

  it('is guessed no more than ten times in a quarter of an hour', async () => {
    const person = await enter('lanhdao', password);
    const tries: number[] = [];
    for (let count = 0; count < 11; count += 1) tries.push((await person.json('POST', '/api/session/password', { current: `đoán ${count}`, next: mine })).status);
    assert.deepEqual([tries.slice(0, 10).every((status) => status === 422), tries[10]], [true, 429]);
  });

  it('that is forgotten is given anew by an administrator, told once, and written down without it', async () => {
    const [admin, lost] = [await enter('quantri', password), await enter('tiepnhan', password)];
    const given = (await admin.done('POST', '/api/people/account-tiepnhan/password')) as unknown as { login: string; password: string };
    assert.deepEqual([given.login, await isIn(lost), await mayEnter('tiepnhan', password), await mayEnter('tiepnhan', given.password)], ['tiepnhan', false, false, true]);
    const log = await house.store.read((tx) => tx.houseLog.find({ kind: 'password.give' }));
    assert.equal(log.length, 1);
    assert.ok(!JSON.stringify(log).includes(given.password));
    assert.equal((await admin.json('POST', '/api/people/account-congdan1/password')).status, 404);
  });
});
