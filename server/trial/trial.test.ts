import { strict as assert } from 'node:assert';
import type { Trial } from '../api/trial.ts';
import { publishFolder } from '../seed/foundation.ts';
import { checks, conditions, fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';

const procedure = 'construction-permit-house';
const open = async (designer: Visitor): Promise<Trial> => (await designer.done('POST', `/api/designer/procedures/${procedure}/trial`, {})) as unknown as Trial;

describe('trying a draft out', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());

  const played = (trial: Trial, person: string, by = designer): Visitor => {
    const visitor = new Visitor(`${house.url}/try/${trial.id}/${person}`, 'vi');
    visitor.cookie = by.cookie;
    return visitor;
  };
  const seen = async ({ id }: Trial): Promise<Trial> => (await designer.done('GET', `/api/designer/trials/${id}`)) as unknown as Trial;
  const moved = async ({ id }: Trial, by: unknown): Promise<Trial> => (await designer.done('POST', `/api/designer/trials/${id}/advance`, by)) as unknown as Trial;
  const complete = async (trial: Trial, person: string, data: unknown): Promise<void> => {
    const clerk = played(trial, person);
    const { items: [first] } = (await clerk.done('GET', '/api/tasks')) as unknown as { items: { id: string }[] };
    const { dossier } = (await clerk.done('GET', `/api/tasks/${first?.id}`)) as unknown as { dossier: { version: number } };
    await clerk.done('POST', `/api/tasks/${first?.id}/complete`, { expectedVersion: dossier.version, data });
  };

  it('the designer is citizen and clerk; the machine works at once, and nothing real is touched', async () => {
    const trial = await open(designer);
    assert.deepEqual(trial.people.slice(0, 4).map(({ id, face }) => [id, face]), [['applicant', 'portal'], ['applicant-2', 'portal'], ['receptionist', 'desk'], ['handler', 'desk']]);
    assert.equal(trial.at, house.clock.now());
    const { dossier } = await fileHouse(house, played(trial, 'applicant'));
    const filed = await seen(trial);
    assert.deepEqual(filed.dossiers.map(({ id, status, open: waits }) => [id, status, waits.length > 0]), [[dossier, 'active', true]]);
    assert.deepEqual(filed.people.filter(({ tasks }) => tasks > 0).map(({ id }) => id), ['receptionist', 'receptionist-2']);
    await complete(trial, 'receptionist', { outcome: 'accept', checks, feeWaived: false });
    const accepted = await seen(trial);
    assert.ok(accepted.dossiers[0]?.passed.includes('reception'));
    assert.notEqual(accepted.dossiers[0]?.dueAt, null);
    // deliveries that are tried again after some seconds are nothing that a designer waits for
    assert.ok(Date.parse(accepted.nextAt ?? '') - Date.parse(accepted.at) > 60_000, `what happens next is a limit or a reminder, not ${accepted.nextAt} at ${accepted.at}`);
    assert.equal(await house.store.read((tx) => tx.dossiers.count({})), 0, 'no dossier outside');
    assert.equal(await house.store.read((tx) => tx.drafts.count({})), 0, 'no draft outside');
  });

  it('a step of several roles is counted for everybody who may do it, and once it is taken for whoever took it', async () => {
    const path = 'process.bpmn';
    const { text } = (await designer.done('GET', `/api/designer/procedures/${procedure}/file?path=${path}`)) as unknown as { text: string };
    const files = [{ path, text: text.replace(/(<bpmn:userTask id="reception" [^>]*)motcua:role="receptionist" motcua:unit="receiving"/, '$1motcua:candidates="receptionist,handler"') }];
    assert.notEqual(files[0]!.text, text);
    const trial = (await designer.done('POST', `/api/designer/procedures/${procedure}/trial`, { files })) as unknown as Trial;
    const counts = async () => Object.fromEntries((await seen(trial)).people.filter(({ tasks }) => tasks > 0).map(({ id, tasks }) => [id, tasks]));
    assert.deepEqual(await counts(), {});
    await fileHouse(house, played(trial, 'applicant'));
    assert.deepEqual(await counts(), { receptionist: 1, 'receptionist-2': 1, handler: 1, 'handler-2': 1 });
    const clerk = played(trial, 'handler');
    const { items: [task] } = (await clerk.done('GET', '/api/tasks')) as unknown as { items: { id: string }[] };
    const { dossier } = (await clerk.done('GET', `/api/tasks/${task?.id}`)) as unknown as { dossier: { version: number } };
    await clerk.done('POST', `/api/tasks/${task?.id}/claim`, { expectedVersion: dossier.version });
    assert.deepEqual(await counts(), { handler: 1 });
  });

  it('time is moved to the next thing that happens by itself, by working days, and never back', async () => {
    const trial = await open(designer);
    await fileHouse(house, played(trial, 'applicant'));
    const before = await seen(trial);
    assert.ok(before.nextAt !== null && before.nextAt > before.at);
    const next = await moved(trial, { next: true });
    assert.equal(next.at, before.nextAt);
    assert.ok((await moved(trial, { by: '5 working days' })).at > next.at);
    for (const [by, path] of [[{ to: '2020-01-01T00:00:00.000Z' }, 'to'], [{ to: '2090-01-01T00:00:00.000Z' }, 'to'], [{ by: '3 months' }, 'by']] as const) {
      const { status, body } = await designer.json('POST', `/api/designer/trials/${trial.id}/advance`, by);
      assert.deepEqual([status, (body as unknown as { errors: { path: string }[] }).errors[0]?.path], [422, path]);
    }
    assert.equal((await played(trial, 'applicant').json('GET', '/api/dossiers')).status, 200, 'nobody was signed out by the jump');
  });

  it('the leader signs, and over Tết the legal clock stands still', async () => {
    const trial = await open(designer);
    const clockNow = async (dossier: string) => ((await played(trial, 'applicant').done('GET', `/api/dossiers/${dossier}`)) as unknown as { clock: { dueAt: string; left: unknown } }).clock;
    await moved(trial, { to: '2027-02-03T03:00:00.000Z' });
    const { dossier } = await fileHouse(house, played(trial, 'applicant'));
    await complete(trial, 'receptionist', { outcome: 'accept', checks, feeWaived: false });
    // seven working days after Wednesday the 3rd, of which the 4th to the 10th are none
    assert.equal((await clockNow(dossier)).dueAt.slice(0, 10), '2027-02-19');
    await moved(trial, { to: '2027-02-03T11:00:00.000Z' });
    const eve = await clockNow(dossier);
    await moved(trial, { to: '2027-02-10T12:00:00.000Z' });
    assert.deepEqual(await clockNow(dossier), eve, 'no working minute passed in a week');
    await moved(trial, { to: '2027-02-11T03:00:00.000Z' });
    assert.notDeepEqual((await clockNow(dossier)).left, eve.left, 'and on the next working day they do');
    await complete(trial, 'section_head', { handler: 'handler' });
    await complete(trial, 'handler', { outcome: 'ok', conditions, inspection: { visitedOn: '2027-02-11', remarks: 'Hiện trạng đúng hồ sơ' } });
    await complete(trial, 'handler', { result: 'permit', permit: { redLine: 'Cách tim đường 6 m', buildingLine: 'Lùi 1,5 m', groundLevel: 1.8 } });
    await complete(trial, 'section_head', { outcome: 'approve' });
    assert.deepEqual((await seen(trial)).people.filter(({ tasks }) => tasks > 0).map(({ id }) => id), ['signer', 'signer-2'], 'it lies before the leaders');
    await complete(trial, 'signer', { outcome: 'sign', capacity: 'TM' });
    const [signed] = (await seen(trial)).dossiers;
    assert.deepEqual([signed?.passed.includes('sign'), signed?.open, signed?.incidents], [true, ['number'], []]);
  });

  it('what the office begins itself is begun by whoever plays that role, and becomes a scenario too', async () => {
    const key = 'traffic-flood-notice';
    await publishFolder(house.services, new URL(`../../procedures/${key}`, import.meta.url).pathname);
    const trial = (await designer.done('POST', `/api/designer/procedures/${key}/trial`, {})) as unknown as Trial;
    const officer = played(trial, 'handler');
    const { procedures: [what] } = (await officer.done('GET', '/api/desk/beginnings')) as unknown as { procedures: { key: string; units: { id: string }[] }[] };
    assert.equal(what?.key, key);
    const data = { kind: 'flood', depth: 5, scope: 'ward', urgent: false, where: 'point', spot: { words: 'Trước chợ Mẫu' }, reach: 50, title: 'Ngập nhẹ trước chợ Mẫu', body: 'Nước ngập nhẹ (giả định).', english: false, source: 'duty' };
    const begun = (await officer.done('POST', '/api/desk/dossiers', { procedure: key, unit: what.units[0]?.id, data })) as unknown as { dossier: string };
    await moved(trial, { by: '1 minute' });
    await complete(trial, 'handler', { kind: 'flood', outcome: 'end' });
    assert.deepEqual((await seen(trial)).dossiers.map(({ id, status }) => [id, status]), [[begun.dossier, 'completed']]);
    const recorded = (await designer.done('POST', `/api/designer/trials/${trial.id}/scenario`, { dossier: begun.dossier, name: { vi: 'Ngập nhẹ rồi thôi', en: 'A little water' } })) as unknown as { problems: string[]; files: { path: string; text: string }[] };
    assert.deepEqual(recorded.problems, []);
    const { scenarios } = (await designer.done('POST', `/api/designer/procedures/${key}/test`, { files: recorded.files })) as unknown as { scenarios: { file: string; faults: object[] }[] };
    assert.deepEqual(scenarios.find(({ file }) => file === recorded.files[0]?.path)?.faults, []);
    assert.equal(await house.store.read((tx) => tx.alerts.count({})), 0, 'nobody outside was told');
  });

  it('what was lived becomes a scenario that passes', async () => {
    const trial = await open(designer);
    const { dossier } = await fileHouse(house, played(trial, 'applicant'));
    await moved(trial, { by: '2 working hours' });
    await complete(trial, 'receptionist', { outcome: 'accept', checks, feeWaived: false });
    await moved(trial, { by: '1 working day' });
    const name = { vi: 'Tiếp nhận rồi chờ', en: 'Accepted, then waiting' };
    const recorded = (await designer.done('POST', `/api/designer/trials/${trial.id}/scenario`, { dossier, name })) as unknown as { problems: string[]; files: { path: string; text: string }[] };
    assert.deepEqual([recorded.problems, recorded.files.map(({ path }) => path)], [[], ['scenarios/accepted-then-waiting.json', 'scenarios/applications/accepted-then-waiting.json']]);
    const { scenarios } = (await designer.done('POST', `/api/designer/procedures/${procedure}/test`, { files: recorded.files })) as unknown as { scenarios: { file: string; faults: object[] }[] };
    assert.deepEqual(scenarios.find(({ file }) => file === recorded.files[0]?.path)?.faults, []);
    const scenario = JSON.parse(recorded.files[0]?.text ?? '') as { steps: Record<string, unknown>[] };
    assert.deepEqual(scenario.steps.map((step) => Object.keys(step).toSorted().join(' ')), ['answer at by complete', 'wait']);
  });

  it('only its designer comes in, and it is gone when it ends or another begins', async () => {
    const trial = await open(designer);
    const admin = await house.visitor('quantri');
    for (const stranger of [admin, await house.visitor('thuly'), await house.visitor('congdan1'), await house.visitor()]) {
      assert.equal((await played(trial, 'applicant', stranger).json('GET', '/api/session')).status, 404);
    }
    assert.equal((await admin.json('GET', `/api/designer/trials/${trial.id}`)).status, 404);
    assert.equal((await played(trial, 'nobody').json('GET', '/api/session')).status, 404);
    const other = await open(designer);
    assert.equal((await designer.json('GET', `/api/designer/trials/${trial.id}`)).status, 404);
    await designer.done('DELETE', `/api/designer/trials/${other.id}`);
    assert.equal((await played(other, 'applicant').json('GET', '/api/session')).status, 404);
  });

  it('a draft with an error is refused with what was found', async () => {
    const { text } = (await designer.done('GET', `/api/designer/procedures/${procedure}/file?path=procedure.json`)) as unknown as { text: string };
    const { status, body } = await designer.json('POST', `/api/designer/procedures/${procedure}/trial`, { files: [{ path: 'procedure.json', text: text.replace('"format": 1', '"format": 2') }] });
    assert.deepEqual([status, body['code']], [422, 'not-sound']);
  });
});
