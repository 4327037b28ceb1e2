import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { ways, type Opened } from '../storage/testing/stores.ts';
import type { DeskDossier } from './api/desk.ts';
import type { DossierView, MyDossiers } from './api/dossier.ts';
import type { ServiceSheet } from './api/procedure.ts';
import { publishFolder } from './seed/foundation.ts';
import { doStep, smallPdf, upload } from './testing/filing.ts';
import { password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';

const procedures = new URL('../procedures/', import.meta.url).pathname;
const bundle = ['birth-registration', 'child-residence', 'child-health-insurance'];
const wanted = process.env['MOTCUA_STORE'];

for (const { kind, open } of ways.filter((way) => (wanted === undefined ? way.kind !== 'memory' : way.kind === wanted))) describe(`a bundle of procedures over HTTP, on ${kind}`, function () {
  this.timeout(120_000);
  let opened: Opened | null = null;
  let house: RunningHouse;
  let birth = '';
  before(async function () {
    opened = await open();
    if (opened === null) return this.skip();
    house = await runHouse({}, '2026-11-19T01:00:00.000Z', opened.store);
    for (const key of bundle) await publishFolder(house.services, `${procedures}${key}`);
  });
  after(async () => {
    await house?.stop();
    await opened?.drop();
  });

  // sessions end while the days go by: everybody signs in anew when time has gone on
  const signedIn = new Map<string, Promise<Visitor>>();
  const asWho = (login: string): Promise<Visitor> => {
    const now = `${login} ${house.clock.now()}`;
    const known = signedIn.get(now) ?? new Visitor(house.url, 'vi').signIn(login, password);
    signedIn.set(now, known);
    return known;
  };
  const mine = async (id = birth) => (await (await asWho('congdan1')).done('GET', `/api/dossiers/${id}`)) as unknown as DossierView;
  const seenBy = async (login: string, id: string) => (await (await asWho(login)).json('GET', `/api/desk/dossiers/${id}`)) as unknown as { status: number; body: DeskDossier };
  const step = async (login: string, id: string, node: string, data: unknown) => void (await doStep(house, await asWho(login), id, node, data));
  const at = async (instant: string) => {
    house.clock.set(instant);
    await house.work();
  };
  const linked = async (procedure: string, of = birth): Promise<string> => (await mine(of)).linked.begun.find(({ procedure: { key } }) => key === procedure)?.dossier ?? '';

  /** A birth filed with all that goes with it, as far as the signed certificate. */
  const signedBirth = async (): Promise<string> => {
    const citizen = await asWho('congdan1');
    const given = JSON.parse(await readFile(`${procedures}birth-registration/scenarios/applications/hospital.json`, 'utf8')) as Record<string, unknown>;
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'birth-registration' })) as unknown as { id: string; revision: number };
    const paper = async (field: string) => (await upload(citizen, `draft=${draft.id}&field=papers.${field}`, [`${field}.pdf`, smallPdf(field)])).body.files;
    const data = {
      ...given, papers: { birthProof: await paper('birthProof'), residenceConsent: await paper('residenceConsent') }, linked: { residence: true, insurance: true },
      residence: { with: 'other', address: '8/3 Đường Mẫu Hai, Phường Sen Mẫu', head: 'Trần Văn Giả Định', headIdNo: '079060000009', consent: true }, insurance: { hospital: 'Bệnh viện Mẫu (giả định)' },
    };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data, delivery: { method: 'electronic' } })) as unknown as { revision: number };
    const { dossier } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string };
    await house.work();
    await step('tiepnhan', dossier, 'reception', { checks: { identity: true, papers: true }, outcome: 'accept' });
    await step('thuly', dossier, 'examine', { marriage: 'database', late: false, outcome: 'ok' });
    await step('thuly', dossier, 'draft', { name: 'Nguyễn An Giả Định', place: 'Bệnh viện Mẫu (giả định)', book: '01/2026', father: true, compared: true });
    await step('congdan1', dossier, 'confirm', { outcome: 'right' });
    await at(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString());
    await step('thuly', dossier, 'enterId', { number: '079226000001', asked: 'Công an phường (giả định)' });
    await step('lanhdao', dossier, 'sign', { outcome: 'sign', capacity: 'TM' });
    return dossier;
  };

  it('is told on the sheet of the procedure that people file, and the others are not offered for filing', async () => {
    const citizen = await asWho('congdan1');
    const sheet = async (key: string) => (await citizen.done('GET', `/api/procedures/${key}`)) as unknown as ServiceSheet;
    assert.deepEqual((await sheet('birth-registration')).begins.map(({ key, timeLimit }) => [key, timeLimit]), [['child-health-insurance', '3 working days'], ['child-residence', '3 working days']]);
    const other = await sheet('child-residence');
    assert.deepEqual([other.filed, other.begunBy.map(({ key }) => key)], [false, ['birth-registration']]);
    const { procedures: offered } = (await citizen.done('GET', '/api/procedures')) as unknown as { procedures: readonly { key: string }[] };
    assert.deepEqual(offered.map(({ key }) => key).filter((key) => bundle.includes(key)), ['birth-registration']);
    assert.equal((await citizen.fetch('POST', '/api/drafts', { body: { procedure: 'child-residence' } })).status, 404);
  });

  it('begins nothing before the birth is registered, then a dossier of each office, with what was registered and the papers', async () => {
    birth = await signedBirth();
    assert.deepEqual((await mine()).linked, { from: null, begun: [] });
    await step('vanthu', birth, 'seal', { sealed: true });

    const view = await mine();
    assert.equal(view.state, 10, 'the birth waits for nobody');
    assert.deepEqual(view.linked.begun.map(({ procedure, unit, code, state, clock }) => [procedure.key, unit.id, code, state, clock?.status]), [
      ['child-health-insurance', 'social-insurance-office', 'H29.908-261119-0001', 1, 'not-started'], ['child-residence', 'ward-99001-police', 'H29.990.4-261119-0001', 1, 'not-started'],
    ]);
    const residence = await mine(await linked('child-residence'));
    assert.deepEqual(residence.timeline[0]?.name.vi, 'Mở hồ sơ');
    assert.deepEqual([residence.linked.from?.code, residence.linked.from?.dossier, residence.linked.begun], [view.code, birth, []]);
    const { child, birth: registered, papers } = residence.data as unknown as { child: object; birth: { number: string; date: string }; papers: { consent: readonly { file: string }[] } };
    assert.deepEqual([child, registered.number, registered.date], [{ name: 'Nguyễn An Giả Định', birthDate: '2026-11-10', sex: 'male', personalId: '079226000001' }, '01/KS', '2026-11-19']);
    assert.deepEqual(residence.files.map(({ name, field, replaced }) => [name, field, replaced]), [['residenceConsent.pdf', 'papers.consent', false]]);
    const bytes = await (await (await asWho('congan2')).fetch('GET', `/api/files/${papers.consent[0]!.file}`)).text();
    assert.match(bytes, /residenceConsent/);
  });

  it('shows each office its own whole, and of the others that they are there and how they stand', async () => {
    const [residence, insurance] = [await linked('child-residence'), await linked('child-health-insurance')];
    const status = async (login: string) => Promise.all([birth, residence, insurance].map(async (id) => (await seenBy(login, id)).status));
    assert.deepEqual([await status('thuly'), await status('congan2'), await status('baohiem2'), await status('antoan2')], [[200, 404, 404], [404, 200, 404], [404, 404, 200], [404, 404, 404]]);
    const { body: ofWard } = await seenBy('thuly', birth);
    assert.deepEqual(ofWard.linked.begun.map(({ dossier, state, clock, procedure }) => [procedure.key, dossier, state, clock]), [['child-health-insurance', null, 1, null], ['child-residence', null, 1, null]]);
    const { body: ofPolice } = await seenBy('congan2', residence);
    assert.deepEqual(ofPolice.checklist.filter(({ needed, present }) => needed && !present), []);
    assert.deepEqual([ofPolice.linked.from?.code, ofPolice.linked.from?.dossier, ofPolice.linked.begun], [ofWard.code, null, []]);
  });

  it('runs three clocks, asks the same applicant, and tells the birth how each ended', async () => {
    const [residence, insurance] = [await linked('child-residence'), await linked('child-health-insurance')];
    await at('2026-11-20T02:00:00.000Z');
    await step('congan1', residence, 'reception', { checks: { data: true, consent: true }, outcome: 'accept' });
    await step('baohiem1', insurance, 'reception', { checks: { data: true, hospital: false }, outcome: 'supplement', items: [{ target: 'field', path: 'insurance.hospital', remark: 'Nơi này không nhận đăng ký ban đầu' }] });
    assert.deepEqual((await mine(insurance)).todo.map(({ kind }) => kind), ['supplement']);
    await at('2026-11-23T02:00:00.000Z');
    await step('congdan1', insurance, 'supplement', { changes: { 'insurance.hospital': 'Trạm y tế Phường Sen Mẫu' } });
    await step('baohiem1', insurance, 'reception', { checks: { data: true, hospital: true }, outcome: 'accept' });
    const clocks = await Promise.all([birth, residence, insurance].map(async (id) => (await mine(id)).clock));
    assert.deepEqual(clocks.map(({ status, startedAt }) => [status, startedAt?.slice(0, 10)]), [['ended', '2026-11-19'], ['running', '2026-11-20'], ['running', '2026-11-23']]);
    assert.ok(clocks[1]!.dueAt! < clocks[2]!.dueAt!);

    await step('congan2', residence, 'examine', { outcome: 'ok' });
    await step('congan3', residence, 'sign', { outcome: 'sign', capacity: 'TCA' });
    await step('baohiem2', insurance, 'examine', { outcome: 'refuse', reason: 'Trẻ đã có thẻ (giả định)' });

    const [first, second, third] = [await mine(), await mine(residence), await mine(insurance)];
    assert.deepEqual([first.linked.begun.map(({ state }) => state), second.state, third.state], [[8, 10], 10, 8]);
    assert.ok(second.letters.some(({ purpose, name }) => purpose === 'result' && name.vi.includes('thường trú')));
    const row = await house.store.read((tx) => tx.dossiers.first({ id: birth }));
    assert.deepEqual([row?.status, row?.data['residenceResult'], row?.data['insuranceResult']], ['completed', { outcome: 'registered', number: '01/TB-CT', address: '8/3 Đường Mẫu Hai, Phường Sen Mẫu' }, { outcome: 'refused', reason: 'Trẻ đã có thẻ (giả định)' }]);
    assert.deepEqual(first.timeline.slice(-2).map(({ standing, unit, outcome }) => [standing, unit?.id, outcome?.vi]), [
      ['done', 'social-insurance-office', 'Không cấp thẻ được'], ['done', 'ward-99001-police', 'Đã đăng ký thường trú'],
    ]);
  });

  it('tells the birth, too, what its applicant takes back: it waits for that no more', async () => {
    const another = await signedBirth();
    await step('vanthu', another, 'seal', { sealed: true });
    const row = () => house.store.read((tx) => tx.dossiers.first({ id: another }));
    for (const key of ['child-residence', 'child-health-insurance']) {
      assert.equal((await row())?.status, 'active');
      const id = await linked(key, another);
      await (await asWho('congdan1')).done('POST', `/api/dossiers/${id}/withdraw`, { expectedVersion: (await mine(id)).version, reason: 'Chưa cần làm nữa' });
      await house.work();
      assert.equal((await mine(id)).state, 7);
    }
    const withdrawn = { outcome: 'withdrawn', reason: 'Chưa cần làm nữa' };
    assert.deepEqual([(await row())?.status, (await row())?.data['residenceResult'], (await row())?.data['insuranceResult']], ['completed', withdrawn, withdrawn]);
  });

  it('is three dossiers of one applicant, told of each, each with a record that verifies', async () => {
    const { dossiers } = (await (await asWho('congdan1')).done('GET', '/api/dossiers')) as unknown as MyDossiers;
    assert.deepEqual(dossiers.map(({ procedure: { key } }) => key).toSorted(), [...bundle, ...bundle].toSorted());
    const kinds = async (id: string) => (await house.store.read((tx) => tx.outbox.find({ dossierId: id }, { order: [['place', 'asc']] }))).map(({ kind: news }) => news);
    assert.deepEqual(await kinds(await linked('child-residence')), ['begun', 'accepted', 'registered']);
    assert.deepEqual(await kinds(await linked('child-health-insurance')), ['begun', 'supplement-wanted', 'accepted', 'stopped']);
    for (const { id } of dossiers) assert.deepEqual((await house.services.runtime.verify(id)).faults, []);
  });
});
