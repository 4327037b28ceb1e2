import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Data, Json } from '../../engine/state.ts';
import type { Description } from '../../procedures/described/description.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { DeskDossier } from '../api/desk.ts';
import type { TaskView } from '../api/task.ts';
import { publishFolder } from '../seed/foundation.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { answering, standIn, type StandIn } from '../testing/stand-in.ts';

const folder = new URL('../../procedures/land-transfer', import.meta.url).pathname;
const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(`${folder}/${path}`, 'utf8')) as T;
const described = (name: string) => read<Description>(`connectors/${name}.json`);
const sale = await read<Data>('scenarios/applications/sale.json');
const { steps } = await read<Scenario>('scenarios/01-sale.json');
const answerAt = (node: string): Json => steps.flatMap((step) => ('complete' in step && step.complete === node ? [step.answer as Json] : []))[0]!;
const office = 'land-office';

onEveryStore('a transfer of land whose parcel is looked up in the land register and entered there', (open) => {
  let house: RunningHouse;
  let outside: StandIn;
  let hash: string;
  let keys = 0;
  before(async function () {
    this.timeout(120_000);
    outside = await standIn([await described('register.land'), await described('register.land.enter'), await described('tax.land')]);
    const there = { address: outside.url, private: true, secrets: { token: 'a-token' } };
    house = await runHouse({ systems: { land: there, tax: there } }, undefined, open());
    hash = await publishFolder(house.services, folder);
  });
  beforeEach(() => void (outside.away = false));
  after(async () => {
    await outside.stop();
    await house.stop();
  });

  const openAt = async (dossierId: string) => (await house.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' }))).map(({ node }) => node);
  const done = async (dossierId: string, actor: string, node: string, data = answerAt(node)): Promise<void> => {
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId, node, status: 'open' }));
    const answer = await house.services.runtime.completeTask({ actor: `account-${actor}`, key: `step ${(keys += 1)}`, taskId: task?.id ?? '', data });
    assert.ok(answer.ok, `${node} ${JSON.stringify(answer)}`);
    await house.work();
  };
  /** Taken in: the machine asks the register. */
  const received = async (parcelNo: string): Promise<string> => {
    const filed = await house.services.runtime.file({ actor: 'account-congdan1', key: `file ${(keys += 1)}`, procedureHash: hash, unitId: office, receivingUnitId: office, application: { ...sale, parcel: { ...(sale['parcel'] as Data), parcelNo } }, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'counter', delivery: { method: 'counter' } });
    assert.ok(filed.ok, JSON.stringify(filed));
    await house.work();
    await done(filed.value.dossierId, 'datdai1', 'reception');
    return filed.value.dossierId;
  };
  const later = async (minutes: number): Promise<void> => {
    house.clock.set(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString());
    await house.work();
  };
  const atDesk = async (dossierId: string) => {
    const officer = await house.visitor('datdai2');
    const { lookUps } = (await officer.done('GET', `/api/desk/dossiers/${dossierId}`)) as unknown as DeskDossier;
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId, node: 'examine', status: 'open' }));
    const { data } = (await officer.done('GET', `/api/tasks/${task?.id ?? ''}`)) as unknown as TaskView;
    return { said: lookUps.map(({ said }) => said.vi), filled: [data['database'], data['seizure']] };
  };
  /** Everything up to the signature: what was issued is to be entered. */
  const issued = async (parcelNo: string): Promise<string> => {
    const id = await received(parcelNo);
    await done(id, 'datdai2', 'examine');
    await done(id, 'datdai2', 'taxData', { tablePrice: 2_800_000_000, exemption: 'parent_child', proven: true });
    await later(2);
    await later(2);
    await done(id, 'datdai2', 'draft');
    await done(id, 'datdai3', 'review');
    await done(id, 'datdai4', 'sign');
    return id;
  };
  const entries = () => outside.came.filter(({ method, path }) => method === 'POST' && path.endsWith('/entries'));

  it('fills in for the officer what the register says, and says that it agrees', async () => {
    assert.deepEqual(await atDesk(await received('345')), { said: ['Có thửa đất, 100 m²; đã cấp Giấy chứng nhận; không thế chấp; không bị ngăn chặn. Khớp đơn khai'], filled: [true, true] });
  });

  it('shows the officer where the register is at odds with the application', async () => {
    assert.deepEqual(await atDesk(await received('13')), { said: ['Có thửa đất, 95.5 m²; đã cấp Giấy chứng nhận; đang thế chấp; ĐANG BỊ NGĂN CHẶN. KHÁC ĐƠN KHAI: diện tích, thế chấp'], filled: [false, false] });
  });

  it('waits a quarter of an hour for a register that is away, and fills nothing in', async () => {
    outside.away = true;
    const id = await received('345');
    assert.deepEqual(await openAt(id), []);
    await later(16);
    assert.deepEqual(await atDesk(id), { said: [], filled: [undefined, undefined] });
  });

  it('enters the certificate once, with one key over all tries', async function () {
    this.timeout(60_000);
    const before = entries().length;
    const id = await issued('345');
    const [first] = entries().slice(before);
    const body = JSON.parse(first!.body) as Data;
    const { data } = (await house.store.read((tx) => tx.dossiers.first({ id })))!;
    assert.deepEqual([first!.path, body['kind'], body['holder'], body['area'], body['certificate']], ['/parcels/12/345/entries', 'change', (sale['transferee'] as Data)['name'], 100, (data['entry'] as Data)['number']]);
    assert.equal(entries().length - before, 1);
    assert.deepEqual([await openAt(id), (data['landEntry'] as Data)['entry']], [['updateRecords'], 'DC-12-345 (giả định)']);
  });

  it('leaves it to a person when the register does not take the entry, or answers what nobody foresaw', async function () {
    this.timeout(60_000);
    const id = await issued('0');
    assert.deepEqual(await openAt(id), ['updateRecords']);
    outside.next(answering(400));
    const third = await received('345');
    const incident = await house.store.read((tx) => tx.incidents.first({ dossierId: third, resolvedAt: null }));
    assert.deepEqual([incident?.code, await openAt(third)], ['answer-unknown', []]);
  });
});
