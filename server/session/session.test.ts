import { strict as assert } from 'node:assert';
import { runHouse, password, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';

describe('signing in', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await (await house.visitor()).fetch('POST', '/api/session', { body: { username: 'CongDan1 ', password } });
    assert.match(answer.headers.getSetCookie()[0] ?? '', /^motcua=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const { account, sample } = (await answer.json()) as { account: { idNoMasked: string; faces: string[] }; sample: boolean };
    assert.deepEqual([account.idNoMasked, account.faces, sample], ['079*******01', ['portal'], true]);
  });

  it('keeps only a hash of the secret, makes a new one each time, and ends the one before', async () => {
    const person = await new Visitor(house.url, 'vi').signIn('congdan2', password);
    const first = person.cookie;
    await person.signIn('congdan2', password);
    assert.notEqual(person.cookie, first);
    const sessions = await house.store.read((tx) => tx.sessions.find({ accountId: 'account-congdan2' }));
    assert.ok(sessions.every(({ id }) => /^[0-9a-f]{64}$/.test(id) && !first.includes(id)));
    const old = new Visitor(house.url, 'vi');
    old.cookie = first;
    assert.equal(((await old.done('GET', '/api/session')) as unknown as { account: unknown }).account, null);
  });

  it('takes no secret that it did not give out itself', async () => {
    const thief = new Visitor(house.url, 'vi');
    thief.cookie = `motcua=${'a'.repeat(43)}`;
    await thief.signIn('congdan3', password);
    assert.notEqual(thief.cookie, `motcua=${'a'.repeat(43)}`);
  });

  it('ends at once when signed out, after an hour of nothing, and after half a day in any case', async () => {
    const is = async (person: Visitor): Promise<boolean> => ((await person.done('GET', '/api/session')) as unknown as { account: unknown }).account !== null;
    const start = house.clock.now();
    const later = (minutes: number): void => house.clock.set(new Date(Date.parse(start) + minutes * 60_000).toISOString());
    const out = await new Visitor(house.url, 'vi').signIn('congdan3', password);
    const kept = out.cookie;
    assert.equal((await out.fetch('DELETE', '/api/session')).status, 204);
    out.cookie = kept;
    assert.equal(await is(out), false);

    const idle = await new Visitor(house.url, 'vi').signIn('congdan3', password);
    later(59);
    assert.equal(await is(idle), true);
    later(59 + 61);
    assert.equal(await is(idle), false);

    later(0);
    const busy = await new Visitor(house.url, 'vi').signIn('congdan3', password);
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) {
      later(minutes);
      assert.equal(await is(busy), true, `after ${minutes} minutes`);
    }
    later(12 * 60 + 1);
    assert.equal(await is(busy), false);
    later(0);
  });

  it('answers the same for an unknown name as for a wrong password', async () => {
    const anyone = await house.visitor();
    const ask = async (username: string) => {
      const { status, body } = await anyone.json('POST', '/api/session', { username, password: 'wrong' });
      return { status, ...(body as object), requestId: '' };
    };
    assert.deepEqual(await ask('congdan4'), await ask('nobody-of-this-name'));
  });

  it('lets nobody guess more than ten times, and locks nobody else out', async () => {
    const guesser = await house.visitor();
    let refused = 0;
    for (let guess = 0; guess < 12; guess += 1) {
      const { status } = await guesser.json('POST', '/api/session', { username: 'thuly2', password: `guess ${guess}` });
      if (status === 429) refused += 1;
    }
    assert.equal(refused, 2);
    const answer = await guesser.fetch('POST', '/api/session', { body: { username: 'thuly2', password } });
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    await new Visitor(house.url, 'vi').signIn('vanthu', password);
  });

  it('shows the sample accounts only while the data is fictional', async () => {
    const options = (await (await house.visitor()).done('GET', '/api/session/options')) as unknown as { samples: { username: string; role: string | null }[]; openid: unknown };
    assert.ok(options.samples.some(({ username, role }) => username === 'lanhdao' && role === 'signer'));
    assert.equal(options.openid, null);
  });
});
