import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../engine/state.ts';
import type { DeskDossier } from './api/desk.ts';
import type { OutsideJob, OutsideWork } from './api/outside-work.ts';
import { readFolder } from '../procedures/folder.ts';
import { keepFiles } from './library/package-files.ts';
import { publish } from './library/publish.ts';
import { counter, ward } from './seed/units.ts';
import { endTokens, giveToken } from './session/programs.ts';
import { packageFolder, runHouse, type RunningHouse } from './testing/running-house.ts';

const process = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><error id="E" errorCode="FULL"/><process id="P" isExecutable="true">
  <startEvent id="s"/><serviceTask id="weigh" motcua:connector="scales"><extensionElements><motcua:input name="n">7</motcua:input></extensionElements></serviceTask>
  <boundaryEvent id="full" attachedToRef="weigh"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="look" motcua:role="handler"/><endEvent id="e"/>
  <sequenceFlow id="a" sourceRef="s" targetRef="weigh"/><sequenceFlow id="b" sourceRef="weigh" targetRef="e"/><sequenceFlow id="c" sourceRef="full" targetRef="look"/></process></definitions>`;

interface Job { readonly id: string; readonly dossier: string; readonly fence: number; readonly attempts: number; readonly until: string; readonly inputs: object; readonly topic: string }

describe('work for a program outside, over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let hash = '';
  let token = '';
  let foreign = '';
  let count = 0;
  let application: Data = {};
  before(async () => {
    house = await runHouse();
    const { services, store } = house;
    application = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as Data;
    const content = new Map([...await readFolder(packageFolder), ['process.bpmn', process]] as const);
    hash = 'a'.repeat(64);
    const ready = { key: 'weighing', hash, timers: [], files: await keepFiles(services.files, content) };
    await store.transaction((tx) => publish(store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    const give = (name: string, unit: string) => giveToken(store, { name, units: [unit], days: 30, at: house.clock.now() });
    [token, foreign] = [await give('scales', ward), await give('elsewhere', 'heritage-office')];
  });
  after(() => house.stop());

  const ask = async (path: string, body: object, by = token): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${house.url}/api/jobs/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(by !== '' && { Authorization: `Bearer ${by}` }) }, body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) as Record<string, unknown> };
  };
  const take = async (by = token): Promise<readonly Job[]> => (await ask('take', { topics: ['scales', 'letter.issue'], seconds: 60, most: 10 }, by)).body['jobs'] as Job[];
  const later = (seconds: number): void => house.clock.set(new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString());
  const file = async (): Promise<string> => {
    const answer = await house.services.runtime.file({
      actor: 'account-congdan1', key: `weigh-${(count += 1)}`, procedureHash: hash, unitId: ward, receivingUnitId: counter, application, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: {},
    });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.value.dossierId;
  };
  const stateOf = async (id: string) => (await house.store.read((tx) => tx.dossiers.first({ id })))!;

  it('is taken, kept for longer, and done once', async () => {
    const dossier = await file();
    const [job] = await take();
    assert.ok(job);
    assert.deepEqual([job.dossier, job.topic, job.attempts, job.inputs], [dossier, 'scales', 1, { n: 7 }]);
    assert.deepEqual(await take(), []);
    const extended = await ask(`${job.id}/extend`, { fence: job.fence, seconds: 600 });
    assert.equal(extended.status, 200);
    later(300);
    assert.deepEqual(await take(), []);
    assert.equal((await ask(`${job.id}/complete`, { fence: job.fence, data: { kilos: 3 } })).status, 204);
    assert.deepEqual([(await stateOf(dossier)).status, (await stateOf(dossier)).data['weigh']], ['completed', { kilos: 3 }]);
    assert.equal((await ask(`${job.id}/complete`, { fence: job.fence })).status, 404);
  });

  it('goes to another when the first is silent, who then is too late', async () => {
    const dossier = await file();
    const [first] = await take();
    later(61);
    const [second] = await take();
    assert.equal(second!.id, first!.id);
    for (const [act, body] of Object.entries({ complete: {}, fail: { message: 'x' }, extend: { seconds: 9 } })) assert.deepEqual([act, (await ask(`${first!.id}/${act}`, { fence: first!.fence, ...body })).status], [act, 409]);
    assert.equal((await ask(`${second!.id}/complete`, { fence: second!.fence })).status, 204);
    assert.equal((await stateOf(dossier)).status, 'completed');
  });

  it('may fail with an error that the process catches', async () => {
    const dossier = await file();
    const [job] = await take();
    assert.equal((await ask(`${job!.id}/fail`, { fence: job!.fence, message: 'no room', data: { free: 0 } })).status, 422, 'what is tried again brings nothing yet');
    assert.equal((await ask(`${job!.id}/fail`, { fence: job!.fence, message: 'no room', error: 'FULL', data: { free: 0 } })).status, 204);
    assert.ok(JSON.stringify((await house.store.read((tx) => tx.dossiers.first({ id: dossier })))?.data).includes('"free":0'));
    const tasks = await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, status: 'open' }));
    assert.deepEqual(tasks.map(({ node }) => node), ['look']);
  });

  it('is given out again after a failure, and becomes an incident after the eighth', async () => {
    const dossier = await file();
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      const [job] = await take();
      assert.equal(job?.attempts, attempt);
      assert.equal((await ask(`${job.id}/fail`, { fence: job.fence, message: 'the scales are broken', retryAfter: 30 })).status, 204);
      assert.deepEqual(await take(), []);
      later(30);
    }
    const incidents = await house.store.read((tx) => tx.incidents.find({ dossierId: dossier, resolvedAt: null }));
    assert.deepEqual(incidents.map(({ message }) => message), ['the scales are broken']);
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  const watched = async (dossier: string): Promise<OutsideJob | undefined> => {
    const { jobs } = (await (await house.visitor('quantri')).done('GET', '/api/outside-work')) as unknown as OutsideWork;
    return jobs.find((job) => job.dossier === dossier);
  };

  it('is seen by an administrator: since when it waits, who has it, what failed', async () => {
    const since = house.clock.now();
    const dossier = await file();
    const row = await stateOf(dossier);
    const seen = await watched(dossier);
    assert.deepEqual({ ...seen, id: '' }, {
      id: '', dossier, mayRead: false, dossierCode: row.code, procedure: { key: 'construction-permit-house', name: { vi: 'Giấy phép xây nhà', en: 'House permit' } }, unit: { id: ward, name: { vi: 'Phường Sen Mẫu', en: 'Sample Sen Ward' } },
      node: 'weigh', step: { vi: 'weigh', en: 'weigh' }, topic: 'scales', since, standing: 'waiting', program: null, until: since, attempts: 0, error: null, errors: { codes: ['FULL'], any: false },
    });
    const [job] = await take();
    const facts = async () => {
      const { standing, program, attempts, error } = (await watched(dossier))!;
      return [standing, program, attempts, error];
    };
    assert.deepEqual(await facts(), ['held', 'scales', 1, null]);
    later(61);
    assert.deepEqual(await facts(), ['silent', 'scales', 1, null]);
    const [again] = await take();
    assert.equal((await ask(`${again!.id}/fail`, { fence: again!.fence, message: 'no current', retryAfter: 600 })).status, 204);
    assert.deepEqual(await facts(), ['again', null, 2, 'no current']);
    assert.equal(again!.id, job!.id);
  });

  it('is given out again at once when an administrator says so, and whoever had it is too late', async () => {
    const dossier = await file();
    const [job] = await take();
    const admin = await house.visitor('quantri');
    assert.equal((await admin.fetch('POST', `/api/outside-work/${job!.id}/release`, { body: { reason: ' ' } })).status, 422);
    await admin.done('POST', `/api/outside-work/${job!.id}/release`, { reason: 'Cân đã được thay' });
    assert.equal((await ask(`${job!.id}/complete`, { fence: job!.fence })).status, 409);
    const again = (await take()).find(({ id }) => id === job!.id);
    assert.equal((await ask(`${again!.id}/complete`, { fence: again!.fence })).status, 204);
    const record = await house.store.read((tx) => tx.journal.find({ dossierId: dossier }, { order: [['seq', 'asc']] }));
    assert.deepEqual(record.map(({ kind, actor }) => `${kind} ${actor}`), ['file account-congdan1', 'job.release account-quantri', 'job.complete program:scales']);
    const handler = (await (await house.visitor('thuly')).done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as DeskDossier;
    assert.deepEqual(handler.history.map(({ by, text }) => `${by?.name}: ${text.vi}`), ['Nguyễn Văn Giả Định: Nộp hồ sơ → weigh', 'Tô Thị Quản Trị: Giao lại việc cho hệ thống khác (lý do: Cân đã được thay)', 'scales: Xong việc tự động: weigh']);
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('is done by hand when no program does it, with an answer and a reason that the record keeps', async () => {
    const dossier = await file();
    const { id } = (await watched(dossier))!;
    const [job] = (await take()).filter((each) => each.id === id);
    const admin = await house.visitor('quantri');
    await admin.done('POST', `/api/outside-work/${id}/complete`, { reason: 'Cân bằng tay tại quầy', data: { kilos: 4 } });
    assert.equal((await ask(`${id}/complete`, { fence: job!.fence })).status, 404);
    assert.deepEqual([(await stateOf(dossier)).status, (await stateOf(dossier)).data['weigh'], await watched(dossier)], ['completed', { kilos: 4 }, undefined]);
    const [, entry] = await house.store.read((tx) => tx.journalPayloads.find({ dossierId: dossier }, { order: [['seq', 'asc']] }));
    assert.deepEqual((entry!.payload as { about: object }).about, { node: 'weigh', connector: 'scales', reason: 'Cân bằng tay tại quầy' });
    assert.equal((await admin.fetch('POST', `/api/outside-work/${id}/complete`, { body: { reason: 'again' } })).status, 404);
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('is answered by hand with an error that the step catches, as the program would have done', async () => {
    const dossier = await file();
    const { id, errors } = (await watched(dossier))!;
    const admin = await house.visitor('quantri');
    for (const body of [{ reason: 'Cân quá tải' }, { reason: ' ', error: 'FULL' }, { error: 'FULL' }]) assert.equal((await admin.fetch('POST', `/api/outside-work/${id}/fail`, { body })).status, 422);
    await admin.done('POST', `/api/outside-work/${id}/fail`, { reason: 'Cân quá tải', error: errors.codes[0] });
    const handler = (await (await house.visitor('thuly')).done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as DeskDossier;
    assert.deepEqual(handler.history.at(-1)?.text.vi, 'Việc tự động bị lỗi → look (lý do: Cân quá tải)');
    assert.equal((await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, status: 'open' })))[0]?.node, 'look');
    assert.equal((await admin.fetch('POST', `/api/outside-work/${id}/fail`, { body: { reason: 'again', error: 'FULL' } })).status, 404);
    assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });

  it('is nothing that another unit’s program, a person or nobody can reach', async () => {
    await file();
    assert.deepEqual(await take(foreign), []);
    const [job] = await take();
    const acts = { complete: { fence: job!.fence }, fail: { fence: job!.fence, message: 'x' }, extend: { fence: job!.fence, seconds: 9 } };
    for (const [act, body] of Object.entries(acts)) {
      assert.equal((await ask(`${job!.id}/${act}`, body, foreign)).status, 404);
      assert.equal((await ask(`none/${act}`, body, foreign)).status, 404);
      for (const nobody of ['', 'x', 'a'.repeat(43)]) assert.equal((await ask(`${job!.id}/${act}`, body, nobody)).status, 401);
    }
    const admin = await house.visitor('quantri');
    assert.equal((await admin.fetch('POST', `/api/jobs/${job!.id}/complete`, { body: acts.complete })).status, 401);
    const asCookie = await fetch(`${house.url}/api/session`, { headers: { Cookie: `motcua=${token}` } });
    assert.equal(((await asCookie.json()) as { account: unknown }).account, null);
    const elsewhere = await fetch(`${house.url}/api/tasks`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(elsewhere.status, 401);
  });

  it('is out of reach once the token is taken back or has run out', async () => {
    assert.equal(await endTokens(house.store, 'scales', house.clock.now()), true);
    assert.equal((await ask('take', { topics: ['scales'], seconds: 60, most: 1 })).status, 401);
    later(31 * 86_400);
    assert.equal((await ask('take', { topics: ['scales'], seconds: 60, most: 1 }, foreign)).status, 401);
    assert.equal(await endTokens(house.store, 'nobody', house.clock.now()), false);
  });
});
