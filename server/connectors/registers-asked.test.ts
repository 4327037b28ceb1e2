import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import type { Description } from '../../procedures/described/description.ts';
import type { DeskDossier } from '../api/desk.ts';
import { publishFolder } from '../seed/foundation.ts';
import { counter, ward } from '../seed/units.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { answering, standIn, type StandIn } from '../testing/stand-in.ts';

const folder = new URL('../../procedures/household-business', import.meta.url).pathname;
const described = async (name: string) => JSON.parse(await readFile(`${folder}/connectors/${name}.json`, 'utf8')) as Description;
const application = JSON.parse(await readFile(`${folder}/scenarios/applications/tea-shop.json`, 'utf8')) as Data;

describe('a household business whose owner and name are looked up in registers', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let outside: StandIn;
  let hash: string;
  let filed = 0;
  before(async () => {
    outside = await standIn([await described('register.population'), await described('register.business')]);
    const there = { address: outside.url, private: true, secrets: { token: 'a-token' } };
    house = await runHouse({ systems: { population: there, 'business-register': there } });
    hash = await publishFolder(house.services, folder);
  });
  beforeEach(() => void (outside.away = false));
  after(async () => {
    await outside.stop();
    await house.stop();
  });

  /** A dossier that is taken in; the machine is at work on it. */
  const received = async (name: string): Promise<string> => {
    const key = `household ${(filed += 1)}`;
    const dossier = await house.services.runtime.file({ actor: 'account-congdan1', key, procedureHash: hash, unitId: ward, receivingUnitId: counter, application: { ...application, business: { ...(application['business'] as Data), name } }, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: { method: 'electronic' } });
    assert.ok(dossier.ok, JSON.stringify(dossier));
    const { dossierId } = dossier.value;
    await house.work();
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId, node: 'reception', status: 'open' }));
    const done = await house.services.runtime.completeTask({ actor: 'account-tiepnhan', key: `${key} received`, taskId: task!.id, data: { checks: { identity: true, complete: true, readable: true }, outcome: 'accept', feeWaived: false } });
    assert.ok(done.ok, JSON.stringify(done));
    await house.work();
    return dossierId;
  };
  const openAt = async (dossierId: string) => (await house.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' }))).map(({ node }) => node);
  const read = async (dossierId: string) => ((await (await house.visitor('thuly')).done('GET', `/api/desk/dossiers/${dossierId}`)) as unknown as DeskDossier).lookUps.map(({ said }) => said.vi);

  it('tells the officer in words what they answered', async () => {
    const id = await received('HỘ KINH DOANH TRÙNG TÊN MẪU');
    assert.deepEqual([await openAt(id), await read(id)], [['examine'], ['Số định danh và họ tên khớp; thường trú: Phường Sen Mẫu (giả định)', 'Tên đã có hộ kinh doanh khác dùng, số 41X8000001 (giả định)']]);
  });

  it('stops with a fault when a register answers what nobody foresaw, and goes on when a person has tried again', async () => {
    outside.next(answering(400));
    const id = await received('HỘ KINH DOANH TRÀ MẪU');
    const incident = await house.store.read((tx) => tx.incidents.first({ dossierId: id, resolvedAt: null }));
    assert.deepEqual([incident?.code, await openAt(id)], ['answer-unknown', []]);
    await (await house.visitor('quantri')).done('POST', `/api/incidents/${id}_${incident?.incident}/retry`, {});
    await house.work();
    assert.deepEqual(await openAt(id), ['examine']);
  });

  it('waits no longer than a quarter of an hour for registers that are away: the officer looks by hand', async () => {
    outside.away = true;
    const id = await received('HỘ KINH DOANH CHÈ MẪU');
    assert.deepEqual(await openAt(id), []);
    for (let quarter = 0; quarter < 2; quarter += 1) {
      house.clock.set(new Date(Date.parse(house.clock.now()) + 16 * 60_000).toISOString());
      await house.work();
    }
    assert.deepEqual([await openAt(id), await read(id)], [['examine'], []]);
  });
});
