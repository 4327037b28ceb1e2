import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { ways, type Opened } from '../storage/testing/stores.ts';
import type { DossierView } from './api/dossier.ts';
import type { PublicClock } from './api/figures.ts';
import { publishFolder } from './seed/foundation.ts';
import { doStep } from './testing/filing.ts';
import { password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';

const procedures = new URL('../procedures/', import.meta.url).pathname;
const wanted = process.env['MOTCUA_STORE'];
type Data = Readonly<Record<string, unknown>>;

for (const { kind, open } of ways.filter((way) => (wanted === undefined ? way.kind !== 'memory' : way.kind === wanted))) describe(`reminders before something runs out, on ${kind}`, function () {
  this.timeout(120_000);
  let opened: Opened | null = null;
  let house: RunningHouse;
  beforeEach(async function () {
    opened = await open();
    if (opened === null) return this.skip();
    house = await runHouse({}, '2027-01-11T02:00:00.000Z', opened.store);
  });
  afterEach(async () => {
    await house?.stop();
    await opened?.drop();
  });

  /** Sessions end while the days go by. */
  const as = (login: string) => new Visitor(house.url, 'vi').signIn(login, password);
  const at = async (instant: string) => {
    house.clock.set(instant);
    await house.work();
  };
  /** Filed by its citizen, and confirmed by the ward on the same day. */
  const confirmed = async (key: string, application: string, change: (given: Data) => Data, examined: Data): Promise<string> => {
    const citizen = await as('congdan1');
    const given = JSON.parse(await readFile(`${procedures}${key}/scenarios/applications/${application}.json`, 'utf8')) as Data;
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: key })) as unknown as { id: string; revision: number };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: change(given), delivery: { method: 'electronic' } })) as unknown as { revision: number };
    const { dossier } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string };
    await house.work();
    await doStep(house, await as('tiepnhan'), dossier, 'reception', { checks: { identity: true, complete: true, readable: true }, outcome: 'accept' });
    await doStep(house, await as('thuly'), dossier, 'examine', { registers: 'match', age: 'fine', outcome: 'ok', ...examined });
    await doStep(house, await as('thuly'), dossier, 'draft', { checked: true });
    house.clock.set(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString());
    await doStep(house, await as('truongphong'), dossier, 'sign', { outcome: 'sign', capacity: 'TP' });
    return dossier;
  };
  const view = async (id: string) => (await (await as('congdan1')).done('GET', `/api/dossiers/${id}`)) as unknown as DossierView;
  /** What the citizen is told to expect: the day and the name. */
  const coming = async (id: string) => (await view(id)).reminders.map(({ at: due, name }) => [due.slice(0, 10), name.vi]);
  const kinds = (dossierId: string) => house.store.read(async (tx) => (await tx.outbox.find({ dossierId }, { order: [['createdAt', 'asc'], ['id', 'asc']] })).map((row) => row.kind));
  const waiting = (node: string) => house.store.read((tx) => tx.tasks.count({ node, status: 'open' }));

  it('an employer is reminded of the next report, and no more once it is in; one that does not report is told, and asked by the ward', async () => {
    await publishFolder(house.services, `${procedures}labour-declaration`);
    const report = (name: string, period?: string) => confirmed('labour-declaration', 'tea-shop', (given) => ({ ...given, report: { kind: name, ...(period !== undefined && { period }) } }), { wages: 'fine' });
    const first = await report('initial');
    assert.deepEqual([(await view(first)).state, (await kinds(first)).includes('next-report')], [10, false]);
    assert.deepEqual(await coming(first), [['2027-05-22', 'Nhắc bạn kỳ báo cáo tới'], ['2027-06-04', 'Báo bạn: chưa nhận được báo cáo kỳ tới']]);

    await at('2027-05-23T02:00:00.000Z');
    assert.equal((await kinds(first)).at(-1), 'next-report');
    const halfYear = await report('half_year', '2027');
    await at('2027-06-05T02:00:00.000Z');
    assert.deepEqual([(await kinds(first)).includes('report-missing'), await waiting('chase')], [false, 0]);

    await at('2027-12-06T02:00:00.000Z');
    assert.deepEqual((await kinds(halfYear)).slice(-2), ['next-report', 'report-missing']);
    await doStep(house, await as('thuly'), halfYear, 'chase', { outcome: 'promised' });
    assert.equal(await waiting('chase'), 0);
  });

  it('a worker is reminded 30 days before a contract and a certificate run out; a new registration takes the place of the earlier one', async () => {
    await publishFolder(house.services, `${procedures}worker-registration`);
    const register = (registration: Data) => confirmed('worker-registration', 'forklift', (given) => ({ ...given, registration }), {});
    const first = await register({ kind: 'first' });
    assert.deepEqual(await coming(first), [['2027-03-01', 'Nhắc bạn: hợp đồng sắp hết hạn'], ['2027-05-31', 'Nhắc bạn: chứng chỉ sắp hết hạn']]);
    await at('2027-02-28T02:00:00.000Z');
    assert.ok(!(await kinds(first)).includes('contract-ending'));
    await at('2027-03-02T02:00:00.000Z');
    assert.equal((await kinds(first)).at(-1), 'contract-ending');
    assert.deepEqual(await coming(first), [['2027-05-31', 'Nhắc bạn: chứng chỉ sắp hết hạn']], 'what was told is not coming any more');

    const { number } = (await house.store.read((tx) => tx.letters.find({ dossierId: first }))).find(({ number: own }) => own?.includes('ĐKLĐ'))!;
    const second = await register({ kind: 'change', earlier: number });
    assert.deepEqual([await coming(first), (await coming(second)).length], [[], 1], 'the earlier one is over');
    await at('2027-06-01T02:00:00.000Z');
    assert.deepEqual([(await kinds(first)).includes('certificate-ending'), (await kinds(second)).at(-1)], [false, 'certificate-ending']);
  });

  it('who has the result and is only to be reminded is in nobody’s hands, and does not count as late', async () => {
    await publishFolder(house.services, `${procedures}worker-registration`);
    await confirmed('worker-registration', 'forklift', (given) => given, {});
    const { procedures: figures } = (await (await as('congdan1')).done('GET', '/api/open-data/clock')) as unknown as PublicClock;
    const { filed, ended, open: inHand, late } = figures.find(({ key }) => key === 'worker-registration')!;
    assert.deepEqual([filed, ended, inHand, late], [1, 1, 0, 0]);
  });
});
