import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Description } from '../../procedures/described/description.ts';
import { MAX_ATTEMPTS } from '../../runtime/work/backoff.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { password, runHouse, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';
import { standIn, type StandIn } from '../testing/stand-in.ts';

const described = async (name: string) => JSON.parse(await readFile(new URL(`../../connectors/${name}.json`, import.meta.url), 'utf8')) as Description;
const system = ({ url }: StandIn) => ({ address: url, private: true, secrets: { token: 'a-token' } });
const bodies = ({ came }: StandIn, from = 0) => came.slice(from).map(({ method, path, body }): Record<string, unknown> => ({ method, path, ...(JSON.parse(body) as Record<string, unknown>) }));

onEveryStore('what is told outside of a dossier', (open) => {
  let house: RunningHouse;
  let portal: StandIn;
  let messages: StandIn;
  before(async function () {
    this.timeout(60_000);
    portal = await standIn([await described('national-portal.submit'), await described('national-portal.sync')]);
    messages = await standIn([await described('message.send')]);
    house = await runHouse({ systems: { 'national-portal': system(portal), messages: system(messages) } }, '2026-11-19T02:00:00.000Z', open());
  });
  after(async () => {
    await portal.stop();
    await messages.stop();
  });
  const later = (seconds: number): void => house.clock.set(new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString());
  // Hours pass in these stories, and whoever was idle signs in again.
  const receive = async (dossier: string, answer: object): Promise<void> => void (await doStep(house, await new Visitor(house.url, 'vi').signIn('tiepnhan', password), dossier, 'reception', { checks, feeWaived: false, ...answer }));

  it('is heard by the national portal: that it is there, then each state, in order', async function () {
    this.timeout(30_000);
    const { dossier, code } = await fileHouse(house, await house.visitor('congdan1'));
    await house.work();
    assert.deepEqual(bodies(portal), [{ method: 'POST', path: '/DongBoHoSoMC', MaHoSo: code, MaTTHC: '1.013225', KenhThucHien: 2, NgayTiepNhan: house.clock.now(), TrangThaiHoSo: 1 }]);
    await receive(dossier, { outcome: 'accept' });
    await house.work();
    const [accepted] = bodies(portal, 1);
    const row = (await house.store.read((tx) => tx.dossiers.first({ id: dossier })))!;
    assert.deepEqual(accepted, { method: 'PUT', path: `/CapNhatTienDoHoSoMC/${code}`, TrangThaiHoSo: 2, ThoiDiemXuLy: house.clock.now(), NgayHenTra: row.dueAt, NgayKetThucXuLy: null });
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('waits while the portal is away, for longer than any notice is tried, and comes in order when it is back', async function () {
    this.timeout(30_000);
    const from = portal.came.length;
    const { dossier, code } = await fileHouse(house, await house.visitor('congdan1'));
    const ofIt = () => bodies(portal, from).filter(({ path, MaHoSo }) => MaHoSo === code || String(path).endsWith(code));
    portal.away = true;
    for (let nth = 0; nth < 12; nth += 1) {
      await house.work();
      later(3600);
    }
    portal.away = false;
    assert.ok(ofIt().length > MAX_ATTEMPTS);
    assert.deepEqual(new Set(ofIt().map(({ path }) => path)), new Set(['/DongBoHoSoMC']));
    await receive(dossier, { outcome: 'refuse', reason: 'Không thuộc thẩm quyền (giả định)' });
    await house.work();
    later(3600);
    await house.work();
    later(10);
    await house.work();
    assert.deepEqual(ofIt().slice(-2).map(({ TrangThaiHoSo }) => TrangThaiHoSo), [1, 3]);
    assert.equal(await house.store.read((tx) => tx.outbox.count({ dossierId: dossier, status: 'open' })), 0);
  });

  it('comes by SMS to whoever chose so and consents, from then on, and nothing but what happened and the code', async function () {
    this.timeout(30_000);
    const citizen = await house.visitor('congdan2');
    assert.deepEqual(await citizen.done('GET', '/api/account/messages'), { offered: true, channel: null, phone: '0900000002' });
    const first = await fileHouse(house, citizen);
    await house.work();
    assert.equal(messages.came.length, 0);
    later(1);
    assert.deepEqual(await citizen.done('PUT', '/api/account/messages', { channel: 'sms', phone: '+84 900 000 009', consent: true }), { offered: true, channel: 'sms', phone: '0900000009' });
    messages.away = true;
    await receive(first.dossier, { outcome: 'accept' });
    await house.work();
    messages.away = false;
    later(30);
    await house.work();
    assert.deepEqual(bodies(messages).map(({ channel, to, text }) => [channel, to, text]), Array.from({ length: 2 }, () => ['sms', '0900000009', `Hồ sơ đã được tiếp nhận (${first.code})`]));
    assert.equal(new Set(bodies(messages).map(({ clientId }) => clientId)).size, 1);
    await citizen.done('PUT', '/api/account/messages', { channel: null });
    await fileHouse(house, citizen);
    await house.work();
    assert.equal(messages.came.length, 2);
  });

  it('goes to no number that is none, and to nobody who did not consent', async () => {
    const citizen = await house.visitor('congdan2');
    for (const body of [{ channel: 'sms', phone: '0900000', consent: true }, { channel: 'sms', phone: '0900000001' }, { channel: 'fax', phone: '0900000001', consent: true }]) {
      assert.equal((await citizen.fetch('PUT', '/api/account/messages', { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })).status, 422, JSON.stringify(body));
    }
  });

  it('is not in the log', () => {
    for (const word of ['0900000009', 'a-token', 'được tiếp nhận']) assert.ok(!house.logged.join('\n').includes(word), word);
  });
});
