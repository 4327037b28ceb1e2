import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { readFolder } from '../procedures/folder.ts';
import { publish, readyToPublish } from './library/publish.ts';
import { ward } from './seed/units.ts';
import { giveToken } from './session/programs.ts';
import { packageFolder, runHouse, type RunningHouse } from './testing/running-house.ts';

const process = (timer: string, role = 'handler', condition = 'waterLevel &gt; 3'): string => `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t">
  <bpmn:message id="alarm" name="alarm"/><bpmn:signal id="siren" name="siren"/><bpmn:process id="round" isExecutable="true">
  <bpmn:startEvent id="hourly"><bpmn:timerEventDefinition id="hour"><bpmn:timeCycle>${timer}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
  <bpmn:startEvent id="high"><bpmn:conditionalEventDefinition id="level"><bpmn:condition>${condition}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent><bpmn:sequenceFlow id="g" sourceRef="high" targetRef="walk"/>
  <bpmn:startEvent id="alarmed"><bpmn:messageEventDefinition id="word" messageRef="alarm"/></bpmn:startEvent>
  <bpmn:startEvent id="roused"><bpmn:signalEventDefinition id="sound" signalRef="siren"/></bpmn:startEvent><bpmn:sequenceFlow id="f" sourceRef="roused" targetRef="walk"/>
  <bpmn:userTask id="walk" name="Đi tuần" motcua:nameEn="Walk the round" motcua:form="assign" motcua:role="${role}" motcua:timeLimit="1 working day" motcua:state="4" motcua:clock="start"/>
  <bpmn:userTask id="note" name="Ghi lại" motcua:nameEn="Note it" motcua:form="assign" motcua:role="handler" motcua:timeLimit="1 working day" motcua:clock="end"/><bpmn:endEvent id="end" name="Xong" motcua:nameEn="Done"/>
  <bpmn:sequenceFlow id="a" sourceRef="hourly" targetRef="walk"/><bpmn:sequenceFlow id="b" sourceRef="alarmed" targetRef="walk"/><bpmn:sequenceFlow id="c" sourceRef="walk" targetRef="note"/><bpmn:sequenceFlow id="d" sourceRef="note" targetRef="end"/></bpmn:process></bpmn:definitions>`;

describe('a dossier that nobody files, over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => (house = await runHouse()));
  after(() => house.stop());

  const content = async (timer: string, office: string | undefined, role?: string, condition?: string) => {
    const procedure = JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object;
    const told = { ...procedure, key: 'round', ...(office !== undefined && { office: { unit: office } }) };
    return new Map([...await readFolder(packageFolder), ['procedure.json', JSON.stringify(told)], ['process.bpmn', process(timer, role, condition)]] as const);
  };
  const offer = async (timer: string): Promise<void> => {
    const { code } = (await house.store.read((tx) => tx.units.first({ id: ward })))!;
    const ready = await readyToPublish(house.services.files, await content(timer, code));
    assert.ok('hash' in ready, JSON.stringify(ready));
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
  };

  it('begins by time, and those who work see it everywhere without an applicant', async () => {
    await offer('R2/PT1H');
    house.clock.set('2026-11-19T04:30:00.000Z');
    await house.work();
    const handler = await house.visitor('thuly');
    const { dossiers } = await handler.done('GET', '/api/desk/dossiers?procedure=round') as unknown as { dossiers: { id: string; code: string; applicant: unknown; submittedAt: string; clock: { status: string } }[] };
    assert.deepEqual(dossiers.map(({ applicant, submittedAt, clock }) => [applicant, submittedAt, clock.status]), [[null, '2026-11-19T04:00:00.000Z', 'running'], [null, '2026-11-19T03:00:00.000Z', 'running']]);
    const { id, code } = dossiers[0]!;
    const page = await handler.done('GET', `/api/desk/dossiers/${id}`) as unknown as { applicant: unknown; channel: string; history: { kind: string }[]; myTasks: { task: string }[] };
    assert.deepEqual([page.applicant, page.channel, page.history[0]?.kind, page.myTasks.length], [null, 'office', 'begin', 1]);
    const list = await handler.done('GET', '/api/tasks') as unknown as { items: { dossier: { id: string; applicant: unknown } }[] };
    assert.deepEqual(list.items.filter(({ dossier }) => dossier.id === id).map(({ dossier }) => dossier.applicant), [null]);
    assert.equal((await handler.done('GET', `/api/tasks/${page.myTasks[0]?.task}`) as unknown as { barred: unknown }).barred, null);
    assert.equal((await handler.done('GET', `/api/dossiers/${id}/record`) as unknown as { intact: unknown }).intact, true);
    assert.deepEqual(await handler.done('GET', `/api/dossiers/${id}/messages`), { messages: [] });
    assert.equal((await handler.fetch('GET', `/api/desk/dossiers/${id}/control-sheet`)).status, 200);
    const found = await handler.done('GET', `/api/desk/dossiers?q=${code}`) as unknown as { dossiers: unknown[] };
    assert.equal(found.dossiers.length, 1);
  });

  it('is nobody’s: no citizen finds it, reads it or takes it back', async () => {
    const [dossier] = await house.store.read((tx) => tx.dossiers.find({ procedureKey: 'round' }));
    for (const login of ['congdan1', 'congdan2']) {
      const citizen = await house.visitor(login);
      assert.equal((await citizen.json('GET', `/api/dossiers/${dossier?.id}`)).status, 404);
      assert.equal((await citizen.json('POST', `/api/dossiers/${dossier?.id}/withdraw`, { expectedVersion: dossier?.version, reason: 'x' }, { 'Idempotency-Key': `mine-${login}-0123456789` })).status, 404);
    }
    const stranger = await house.visitor();
    for (const lastDigits of ['0000', '0001']) assert.equal((await stranger.json('POST', '/api/track', { code: dossier?.code, lastDigits })).status, 404);
  });

  it('begins by the message of a program outside, once, and only for a unit of the program’s', async () => {
    const give = (name: string, unit: string) => giveToken(house.store, { name, units: [unit], days: 30, at: house.clock.now() });
    const tell = async (token: string, key: string): Promise<{ status: number; body: string }> => {
      const answer = await fetch(`${house.url}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token}`, 'Idempotency-Key': key }, body: JSON.stringify({ name: 'alarm', data: { where: 'chợ' } }) });
      return { status: answer.status, body: await answer.text() };
    };
    const [own, foreign] = [await give('bell', ward), await give('other bell', 'heritage-office')];
    const before = await house.store.read((tx) => tx.dossiers.count({ procedureKey: 'round' }));
    assert.equal((await tell(foreign, 'foreign-0123456789abcdef')).status, 404);
    const [first, again] = [await tell(own, 'alarm-0123456789abcdef'), await tell(own, 'alarm-0123456789abcdef')];
    assert.deepEqual([first.status, again], [200, first], first.body);
    assert.equal(await house.store.read((tx) => tx.dossiers.count({ procedureKey: 'round' })), before + 1);
  });

  it('begins by the signal of a program outside, once, and only for a unit of the program’s', async () => {
    const token = await giveToken(house.store, { name: 'siren', units: [ward], days: 30, at: house.clock.now() });
    const foreign = await giveToken(house.store, { name: 'other siren', units: ['heritage-office'], days: 30, at: house.clock.now() });
    const sound = async (by: string, key: string): Promise<{ status: number; body: string }> => {
      const answer = await fetch(`${house.url}/api/signals`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${by}`, 'Idempotency-Key': key }, body: JSON.stringify({ name: 'siren', data: { where: 'cổng' } }) });
      await house.work();
      return { status: answer.status, body: await answer.text() };
    };
    const count = () => house.store.read((tx) => tx.dossiers.count({ procedureKey: 'round' }));
    const before = await count();
    assert.deepEqual([(await sound(foreign, 'foreign-siren-0123456789')).status, await count()], [200, before]);
    const [first, again] = [await sound(token, 'siren-0123456789abcdef'), await sound(token, 'siren-0123456789abcdef')];
    assert.deepEqual([first.status, again, await count()], [200, first, before + 1], first.body);
  });

  it('begins by what a program outside tells, once as long as it is so, and only for a unit of the program’s', async () => {
    const token = await giveToken(house.store, { name: 'gauge', units: [ward], days: 30, at: house.clock.now() });
    const foreign = await giveToken(house.store, { name: 'other gauge', units: ['heritage-office'], days: 30, at: house.clock.now() });
    const tell = async (by: string | undefined, key: string, body: object): Promise<{ status: number; body: { dossiers: { procedure: string; dossier: string; code: string }[]; undecided: unknown[]; errors: { path: string }[] } }> => {
      const answer = await fetch(`${house.url}/api/conditions`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(by !== undefined && { Authorization: `Bearer ${by}` }), 'Idempotency-Key': key }, body: JSON.stringify(body) });
      return { status: answer.status, body: (await answer.json()) as never };
    };
    const high = { data: { waterLevel: 4 } };
    assert.deepEqual([(await tell(undefined, 'nobody-0123456789abcdef', high)).status, (await tell(foreign, 'foreign-gauge-0123456789', high)).body.dossiers], [401, []]);
    const bad = await tell(token, 'bad-0123456789abcdef', { data: [4] });
    assert.deepEqual([bad.status, bad.body.errors.map(({ path }) => path)], [422, ['/data']]);
    const [first, again] = [await tell(token, 'gauge-0123456789abcdef', high), await tell(token, 'gauge-0123456789abcdef', high)];
    assert.deepEqual([first.status, again], [200, first], JSON.stringify(first.body));
    const [begun] = first.body.dossiers;
    const kept = await house.store.read((tx) => tx.dossiers.first({ id: begun?.dossier ?? '' }));
    assert.deepEqual([first.body.dossiers.length, begun?.procedure, kept?.code, kept?.data['waterLevel'], kept?.unitId], [1, 'round', begun?.code, 4, ward]);
    assert.deepEqual((await tell(token, 'still-0123456789abcdef', high)).body, { dossiers: [], undecided: [] });
  });

  it('is shown to administrators when it could not begin, begins when it is tried again, or is given up', async () => {
    const admin = await house.visitor('quantri');
    const turn = { procedureKey: 'round', part: 0, unitId: ward, postId: null, dueAt: '2026-11-19T04:15:00.000Z', runAt: house.clock.now(), attempts: 0, error: null, retriedBy: null } as const;
    await house.store.transaction(async (tx) => {
      for (const node of ['hourly', 'daily']) for (const number of [1, 2]) await tx.startTurns.insert({ ...turn, dossierId: `turn-${node}-${number}`, node, status: node === 'daily' ? 'open' : 'failed' });
    });
    await house.work();
    const shown = async () => ((await admin.done('GET', '/api/incidents')) as unknown as { failures: { id: string; what: { en: string }; procedure: { key: string }; dossiers: number; since: string; stands: boolean; message: string }[] }).failures;
    const before = await shown();
    assert.deepEqual(before.map(({ what, procedure, dossiers, since, stands }) => [what.en, procedure.key, dossiers, since, stands]), [['daily', 'round', 2, turn.dueAt, false], ['hourly', 'round', 2, turn.dueAt, false]]);
    assert.match(before[0]!.message, /begin by a timer at daily, but it does not/);
    const home = await admin.done('GET', '/api/designer/procedures') as unknown as { procedures: { key: string; unbegun: number }[] };
    assert.deepEqual(home.procedures.filter(({ unbegun }) => unbegun > 0).map(({ key, unbegun }) => [key, unbegun]), [['round', 4]]);
    const act = async (id: string, what: 'retry' | 'skip', key: string): Promise<number> => (await admin.fetch('POST', `/api/failures/${id}/${what}`, { ...(what === 'skip' && { body: { reason: 'Không cần nữa' } }), headers: { 'Idempotency-Key': key } })).status;
    const [daily = '', hourly = ''] = before.map(({ id }) => id);
    assert.deepEqual([await act(daily, 'retry', 'daily-0123456789abcdef'), await act(daily, 'skip', 'skip-0123456789abcdef'), await act(daily, 'skip', 'again-0123456789abcdef')], [422, 204, 404]);
    assert.deepEqual([await act(hourly, 'retry', 'hourly-0123456789abcdef'), await act(hourly, 'retry', 'hourly-0123456789abcdef')], [204, 204]);
    await house.work();
    assert.deepEqual(await shown(), []);
    assert.deepEqual((await house.store.read((tx) => tx.dossiers.find({ id: { startsWith: 'turn-' } }))).map(({ id, submittedAt }) => [id, submittedAt]).toSorted(), [1, 2].map((number) => [`turn-hourly-${number}`, turn.dueAt]));
  });

  const refused: readonly (readonly [what: string, timer: string, office: string | undefined, role: string | undefined, elements: readonly string[]])[] = [
    ['no office', 'R/P1D', undefined, undefined, ['hourly', 'high']],
    ['a step of an applicant', 'R/P1D', 'H29', 'applicant', ['walk', 'walk']],
    ['a time that is none', '=1 + 1', 'H29', undefined, ['hourly']],
  ];
  for (const [what, timer, office, role, elements] of refused) it(`is not published with ${what}`, async () => {
    const ready = await readyToPublish(house.services.files, await content(timer, office, role));
    assert.ok('findings' in ready, 'it was fit for publishing');
    assert.deepEqual(ready.findings.filter(({ severity }) => severity === 'error').map((finding) => [finding.rule, finding.element]), elements.map((element) => ['start-by-itself', element]));
  });

  for (const [what, condition] of [['asks nothing of the world', 'true'], ['asks for data of a dossier', 'application.work.floors &gt; 3']] as const) it(`is not published with a condition that ${what}`, async () => {
    const ready = await readyToPublish(house.services.files, await content('R/P1D', 'H29', undefined, condition));
    assert.ok('findings' in ready, 'it was fit for publishing');
    assert.deepEqual(ready.findings.filter(({ severity }) => severity === 'error').map((finding) => [finding.rule, finding.element]), [['start-by-itself', 'high']]);
    assert.match(ready.findings.find(({ severity }) => severity === 'error')!.message, /POST \/api\/conditions/, 'it names the way out');
  });

  it('is not published for a unit that is none', async () => {
    const ready = await readyToPublish(house.services.files, await content('R/P1D', 'H99.1'));
    assert.ok('hash' in ready);
    await assert.rejects(house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null })), { code: 'invalid' });
  });
});
