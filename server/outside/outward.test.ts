import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Description } from '../../procedures/described/description.ts';
import { MAX_ATTEMPTS } from '../../runtime/work/backoff.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { publishFolder } from '../seed/foundation.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { packageFolder, password, runHouse, type RunningHouse } from '../testing/running-house.ts';
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
    const { dossier, code } = await fileHouse(house, await house.visitor('congdan1'));
    await house.work();
    assert.deepEqual(bodies(portal), [{ method: 'POST', path: '/DongBoHoSoMC', MaHoSo: code, MaTTHC: '1.013225', KenhThucHien: 2, NgayTiepNhan: house.clock.now(), TrangThaiHoSo: 1 }]);
    await receive(dossier, { outcome: 'accept' });
    await house.work();
    const [accepted] = bodies(portal, 1);
    const row = (await house.store.read((tx) => tx.dossiers.first({ id: dossier })))!;
    assert.deepEqual(accepted, { method: 'PUT', path: `/CapNhatTienDoHoSoMC/${code}`, TrangThaiHoSo: 2, ThoiDiemXuLy: house.clock.now(), NgayHenTra: row.dueAt, NgayKetThucXuLy: null, YeuCauBoSung: null });
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('waits while the portal is away, for longer than any notice is tried, and comes in order when it is back', async function () {
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

  it('bears the code in force on the day of filing at the office, and is not told at all while none is', async function () {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-codes-'));
    await cp(packageFolder, folder, { recursive: true });
    const path = join(folder, 'procedure.json');
    const known = { source: 'Mã giả định', mark: 'design' };
    const codes = [{ code: '1.000001', to: '2026-10-31', ...known }, { code: '1.000002', from: '2026-11-01', to: '2026-12-31', ...known }];
    await writeFile(path, JSON.stringify({ ...(JSON.parse(await readFile(path, 'utf8')) as object), codes }));
    await publishFolder(house.services, folder);
    await rm(folder, { recursive: true });
    const told = async (now: string) => {
      house.clock.set(now);
      const from = portal.came.length;
      const { dossier, code } = await fileHouse(house, await new Visitor(house.url, 'vi').signIn('congdan1', password));
      await house.work();
      // What happens to it later is told under the code it was filed under, or not at all.
      house.clock.set('2027-01-04T02:00:00.000Z');
      await receive(dossier, { outcome: 'accept' });
      await house.work();
      house.clock.set(now);
      const { code: shown } = await new Visitor(house.url, 'vi').done('GET', '/api/procedures/construction-permit-house');
      return [shown, bodies(portal, from).filter(({ path: at, MaHoSo }) => MaHoSo === code || String(at).endsWith(code)).map(({ method, MaTTHC }) => MaTTHC ?? method)];
    };
    assert.deepEqual(await told('2026-12-31T16:59:00.000Z'), ['1.000002', ['1.000002', 'PUT']]);
    assert.deepEqual(await told('2026-12-31T17:00:00.000Z'), [null, []]);
  });

  it('is not in the log', () => {
    for (const word of ['0900000009', 'a-token', 'được tiếp nhận']) assert.ok(!house.logged.join('\n').includes(word), word);
  });
});
