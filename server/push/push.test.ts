import assert from 'node:assert/strict';
import webPush from 'web-push';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { answeringPush, pushService, type PushServiceStandIn, type Subscribed } from '../testing/push-service.ts';
import { password, runHouse, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';
import type { Pushes } from '../api/push.ts';
import { tellStaff } from './tell-staff.ts';

onEveryStore('pushes to phones', (open) => {
  let house: RunningHouse;
  let service: PushServiceStandIn;
  before(async function () {
    this.timeout(60_000);
    service = await pushService();
    house = await runHouse({ push: service.push }, '2026-11-19T02:00:00.000Z', open());
  });
  after(() => service.stop());

  const later = (seconds: number): void => house.clock.set(new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString());
  const as = (login: string) => new Visitor(house.url, 'vi').signIn(login, password);
  const on = async (visitor: Visitor, browser = service.browser(), language: 'vi' | 'en' = 'vi'): Promise<Subscribed> => {
    await visitor.done('PUT', '/api/push/devices', { ...browser.subscription, language });
    return browser;
  };
  const mine = async (visitor: Visitor) => (await visitor.done('GET', '/api/push')) as unknown as Pushes;
  const off = async (visitor: Visitor): Promise<void> => {
    for (const { id } of (await mine(visitor)).devices) await visitor.done('DELETE', `/api/push/devices/${id}`);
  };
  const titles = ({ arrived }: Subscribed): string[] => arrived.map(({ shown: { title } }) => title);
  const receive = async (dossier: string): Promise<void> => void (await doStep(house, await as('tiepnhan'), dossier, 'reception', { checks, feeWaived: false, outcome: 'accept' }));

  it('come to each device of whoever turned it on, from then on, in its language, with nothing but title and code, and lead to the dossier', async () => {
    const citizen = await as('congdan1');
    const first = await fileHouse(house, citizen);
    await house.work();
    later(1);
    const phone = await on(citizen);
    const tablet = await on(citizen, service.browser(), 'en');
    await house.work();
    assert.deepEqual([phone.asked, tablet.asked], [0, 0]);
    assert.deepEqual((await mine(citizen)).devices.map(({ browsers, since }) => [browsers, since]), Array.from({ length: 2 }, () => ['Stand-in', house.clock.now()]));
    await receive(first.dossier);
    await house.work();
    const shown = { body: first.code, url: `/dossiers/${first.dossier}` };
    assert.partialDeepStrictEqual(phone.arrived.map((one) => one.shown), [{ ...shown, title: 'Hồ sơ đã được tiếp nhận', language: 'vi' }]);
    assert.partialDeepStrictEqual(tablet.arrived.map((one) => one.shown), [{ ...shown, title: 'Your dossier has been accepted', language: 'en' }]);
    assert.deepEqual(Object.keys(phone.arrived[0]!.shown).toSorted(), ['body', 'language', 'tag', 'title', 'url']);
    assert.equal(phone.arrived[0]!.headers['ttl'], '86400');
    const { devices } = await mine(citizen);
    await citizen.done('DELETE', `/api/push/devices/${devices[0]!.id}`);
    await fileHouse(house, citizen);
    await house.work();
    assert.deepEqual([phone, tablet].map(({ asked }) => asked).toSorted(), [1, 2]);
    await off(citizen);
  });

  it('are tried again while a service is away or slow to say so, and told once when it is back', async () => {
    const citizen = await as('congdan1');
    const phone = await on(citizen);
    phone.next(answeringPush(503), answeringPush(429, { 'retry-after': '120' }), (response) => void response.destroy());
    later(1);
    await fileHouse(house, citizen);
    await house.work();
    later(10);
    await house.work();
    assert.equal(phone.asked, 2);
    later(60);
    await house.work();
    assert.equal(phone.asked, 2, 'it was asked to wait for two minutes');
    for (let nth = 0; nth < 5; nth += 1) {
      later(120);
      await house.work();
    }
    assert.deepEqual(titles(phone), ['Hồ sơ đã được gửi']);
    assert.equal(phone.asked, 4);
    await off(citizen);
  });

  it('are news for a day, and given up quietly then: the notice stands on the portal', async () => {
    const citizen = await as('congdan1');
    const phone = await on(citizen);
    phone.next(...Array.from({ length: 1000 }, () => answeringPush(500)));
    later(1);
    const { dossier } = await fileHouse(house, citizen);
    for (let nth = 0; nth < 30; nth += 1) {
      await house.work();
      later(3600);
    }
    const tries = phone.asked;
    assert.ok(tries > 20, String(tries));
    await house.work();
    assert.equal(phone.asked, tries);
    assert.deepEqual(titles(phone), []);
    assert.ok(house.logged.some((line) => line.includes('push.not-sent') && line.includes('expired')));
    const again = await as('congdan1');
    const { notices } = (await again.done('GET', `/api/dossiers/${dossier}/messages`)) as unknown as { notices: unknown[] };
    assert.ok(JSON.stringify(notices ?? (await again.done('GET', `/api/dossiers/${dossier}/messages`))).includes('Hồ sơ đã được gửi'));
    await off(again);
  });

  it('are given up at once where the service refuses, and others still come', async () => {
    const citizen = await as('congdan1');
    const phone = await on(citizen);
    phone.next(answeringPush(413), answeringPush(302, { location: 'http://127.0.0.1/elsewhere' }));
    for (let nth = 0; nth < 3; nth += 1) {
      later(1);
      await fileHouse(house, citizen);
      await house.work();
    }
    assert.equal(phone.asked, 3);
    assert.equal(phone.arrived.length, 1);
    await off(citizen);
  });

  for (const status of [404, 410]) {
    it(`forget a device that its service says is gone (${status})`, async () => {
      const citizen = await as('congdan1');
      const phone = await on(citizen);
      phone.next(answeringPush(status));
      later(1);
      await fileHouse(house, citizen);
      await house.work();
      assert.deepEqual((await mine(citizen)).devices, []);
      await fileHouse(house, citizen);
      await house.work();
      assert.equal(phone.asked, 1);
      assert.equal(await house.store.read((tx) => tx.pushes.count({ status: 'open' })), 0);
    });
  }

  it('of one person end on the phone where another turns them on, or is seen by the page, or whose account is closed', async () => {
    const [one, other] = [await as('congdan1'), await as('congdan2')];
    const phone = await on(one);
    const { endpoint } = phone.subscription;
    assert.notEqual((await one.done('POST', '/api/push/devices/here', { endpoint, language: 'vi' }))['id'], null);
    // What is on its way goes no further either.
    phone.next(answeringPush(503));
    later(1);
    await fileHouse(house, one);
    await house.work();
    assert.equal((await other.done('POST', '/api/push/devices/here', { endpoint, language: 'vi' }))['id'], null);
    later(60);
    await house.work();
    assert.deepEqual([(await mine(one)).devices, (await mine(other)).devices, phone.asked], [[], [], 1]);
    await on(one, phone);
    await on(other, phone);
    assert.deepEqual((await mine(one)).devices, []);
    later(1);
    await fileHouse(house, one);
    await house.work();
    assert.equal(phone.asked, 1);
    await house.store.transaction((tx) => tx.accounts.update({ id: 'account-congdan2' }, { active: false }));
    later(1);
    await house.store.transaction(async (tx) => {
      const [device] = await tx.pushDevices.find({ accountId: 'account-congdan2' });
      const [push] = await tx.pushes.find({}, { limit: 1 });
      await tx.pushes.insert({ ...(push ?? { content: { title: { vi: 'x', en: 'x' }, body: { vi: 'x', en: 'x' }, url: '/', tag: 'x' }, expiresAt: '2027-01-01T00:00:00.000Z', sentAt: null, attempts: 0, fence: 0, leasedBy: null, error: null }), id: 'late', deviceId: device!.id, status: 'open', createdAt: house.clock.now(), runAt: house.clock.now() });
    });
    await house.work();
    assert.equal(phone.asked, 1);
    assert.equal(await house.store.read((tx) => tx.pushDevices.count({ accountId: 'account-congdan2' })), 0);
    await house.store.transaction((tx) => tx.accounts.update({ id: 'account-congdan2' }, { active: true }));
  });

  it('go to known services only, with keys that are some, to ten devices', async () => {
    const citizen = await as('congdan2');
    const { subscription } = service.browser();
    const { host, pathname } = new URL(subscription.endpoint);
    const put = async (change: object): Promise<number> => (await citizen.json('PUT', '/api/push/devices', { ...subscription, language: 'vi', ...change })).status;
    for (const endpoint of [
      'http://127.0.0.1:1/push/x', `http://${host}@10.0.0.1/push/x`, `http://${host}.example${pathname}`, `http://${host}/`, `http://${host}${pathname}#x`, 'https://10.0.0.1/push/x', 'https://[::1]/push/x',
      'https://fcm.googleapis.com.example/x', 'file:///etc/passwd', 'gopher://x/', `http://${host}/push/../push/x`, `http://${host}/${'x'.repeat(1000)}`, 'x', '',
    ]) assert.ok((await put({ endpoint })) === 422, endpoint);
    // A point that is not on the curve, keys of a wrong size.
    for (const keys of [{ ...subscription.keys, p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url') }, { ...subscription.keys, p256dh: 'x' }, { ...subscription.keys, auth: 'x' }, {}]) assert.ok((await put({ keys })) === 422, JSON.stringify(keys));
    assert.deepEqual((await mine(citizen)).devices, []);
    for (let nth = 0; nth < 10; nth += 1) await on(citizen);
    assert.equal(await put(service.browser().subscription), 422);
    await off(citizen);
  });

  it('do not come by keys of the house that it has no more', async () => {
    const citizen = await as('congdan2');
    const phone = await on(citizen);
    await house.store.transaction((tx) => tx.pushDevices.update({ accountId: 'account-congdan2' }, { houseKey: webPush.generateVAPIDKeys().publicKey }));
    assert.deepEqual((await mine(citizen)).devices, []);
    later(1);
    await fileHouse(house, citizen);
    await house.work();
    assert.equal(phone.asked, 0);
  });

  it('tell staff of a new step of theirs once, and of nobody else’s', async () => {
    const [reception, signer] = [await on(await as('tiepnhan')), await on(await as('lanhdao'))];
    later(1);
    const { code } = await fileHouse(house, await as('congdan1'));
    await house.work();
    for (let nth = 0; nth < 3; nth += 1) {
      await tellStaff(house.services);
      await house.work();
      later(30);
    }
    assert.deepEqual(signer.arrived, []);
    const [arrived, ...more] = reception.arrived;
    assert.deepEqual(more, []);
    assert.match(arrived!.shown.title, /^Việc mới đang chờ: /);
    assert.equal(arrived!.shown.body, code);
    assert.match(arrived!.shown.url, /^\/desk\/tasks\//);
    const step = (await house.store.read((tx) => tx.tasks.first({ code, status: 'open' })))!;
    const fallDue = async (at: string): Promise<string[]> => {
      house.clock.set(at);
      await tellStaff(house.services);
      await house.work();
      return titles(reception).filter((title) => title.startsWith('Sắp đến hạn'));
    };
    await house.store.transaction((tx) => tx.tasks.update({ status: 'open', code: { not: code } }, { firstSoonAt: null, firstDueAt: null }));
    assert.deepEqual(await fallDue(step.firstSoonAt!), [`Sắp đến hạn: ${step.name.vi}`]);
    assert.deepEqual(await fallDue(new Date(Date.parse(step.firstSoonAt!) + 30_000).toISOString()), [`Sắp đến hạn: ${step.name.vi}`]);
    assert.equal(reception.arrived.at(-1)!.headers['urgency'], 'high');
    await off(await as('tiepnhan'));
    await off(await as('lanhdao'));
  });

  it('go with the account', async function () {
    const { store } = house;
    // The store in memory knows no references.
    if (store.kind === 'memory') return;
    const id = 'account-erased';
    await store.transaction(async (tx) => {
      const [like] = await tx.accounts.find({ id: 'account-congdan1' });
      await tx.accounts.insert({ ...like!, id, login: id, subject: null });
      await tx.pushDevices.insert({ id: 'd'.repeat(64), accountId: id, endpoint: 'https://fcm.googleapis.com/x', publicKey: 'x', secret: 'x', houseKey: service.push.publicKey, language: 'vi', createdAt: house.clock.now(), lookedAt: house.clock.now() });
      const content = { title: { vi: 'x', en: 'x' }, body: { vi: 'x', en: 'x' }, url: '/', tag: 'x' };
      await tx.pushes.insert({ id: 'of-erased', deviceId: 'd'.repeat(64), content, status: 'open', createdAt: house.clock.now(), runAt: '2030-01-01T00:00:00.000Z', expiresAt: '2030-01-01T00:00:00.000Z', sentAt: null, attempts: 0, fence: 0, leasedBy: null, error: null });
      await tx.accounts.remove({ id });
    });
    assert.deepEqual(await store.read(async (tx) => [await tx.pushDevices.count({ accountId: id }), await tx.pushes.count({ id: 'of-erased' })]), [0, 0]);
  });

  it('are not in the log: neither where they go, nor what they say', () => {
    const all = house.logged.join('\n');
    for (const word of ['/push/', 'Hồ sơ đã được', 'Việc mới']) assert.ok(!all.includes(word) || all.split('\n').filter((line) => line.includes(word)).every((line) => /"(path|route)":"[^"]*\/api\/push/.test(line)), word);
  });
});

describe('a house that sends no pushes', () => {
  let house: RunningHouse;
  before(async () => (house = await runHouse()));
  after(() => house.stop());
  it('says so, and takes no device', async () => {
    const citizen = await house.visitor('congdan1');
    assert.deepEqual(await citizen.done('GET', '/api/push'), { key: null, devices: [] });
    const { status, body } = await citizen.json('PUT', '/api/push/devices', { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }, language: 'vi' });
    assert.deepEqual([status, body['detail']], [422, 'Nơi này chưa gửi tin đẩy.']);
  });
});
