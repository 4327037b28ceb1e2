import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../engine/state.ts';
import { readFolder } from '../procedures/folder.ts';
import { loadPackage } from '../procedures/load.ts';
import type { PackageFiles } from '../procedures/package-files.ts';
import type { Calls } from './api/calls.ts';
import type { DesignerPackage, PackageText } from './api/designer.ts';
import { withPublished } from './library/called.ts';
import { keepFiles } from './library/package-files.ts';
import { publish } from './library/publish.ts';
import { counter, ward } from './seed/units.ts';
import { doStep } from './testing/filing.ts';
import { compose } from './compose.ts';
import { packageFolder, password, runHouse, type RunningHouse } from './testing/running-house.ts';

const process = (body: string): string => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="P" isExecutable="true">${body}</process></definitions>`;

describe('a dossier whose procedure calls another, over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  /** Publishes the permit under another key, with this process. */
  const put = async (key: string, body: string): Promise<string> => {
    const { services, store } = house;
    const procedure = JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object;
    const files: PackageFiles = await withPublished(services, new Map([...await readFolder(packageFolder), ['procedure.json', JSON.stringify({ ...procedure, key })], ['process.bpmn', process(body)]] as const));
    const loading = await loadPackage(files);
    assert.ok('package' in loading, JSON.stringify(loading));
    const ready = { key, hash: loading.package.hash, timers: [], files: await keepFiles(services.files, files) };
    await store.transaction((tx) => publish(store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    return ready.hash;
  };
  const file = async (procedureHash: string, key: string) => {
    const application = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as Data;
    const filed = await house.services.runtime.file({
      actor: 'account-congdan1', key, procedureHash, unitId: ward, receivingUnitId: counter, application, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: {},
    });
    assert.ok(filed.ok, JSON.stringify(filed));
    return filed.value;
  };

  it('shows the called form, takes its answer, and stays with the version that was published', async () => {
    const { services, store } = house;
    const giving = (role: string): string => `<startEvent id="s"/><userTask id="give" motcua:form="assign" motcua:role="${role}" motcua:result="given"/><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="give"/><sequenceFlow id="b" sourceRef="give" targetRef="e"/>`;
    await put('give-out', giving('handler'));
    const hash = await put('calling', '<startEvent id="s"/><callActivity id="c" calledElement="give-out"><extensionElements><motcua:output name="who">given.handler</motcua:output></extensionElements></callActivity><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="c"/><sequenceFlow id="b" sourceRef="c" targetRef="e"/>');
    await put('give-out', giving('section_head'));
    const filed = await file(hash, 'call');
    assert.deepEqual(filed.openTasks.map(({ node, role }) => [node, role]), [['give-out--give', 'handler']]);
    const handler = await house.visitor('thuly');
    const form = await handler.json('GET', `/api/procedures/calling/forms/give-out--assign?version=${hash}`);
    assert.equal(form.status, 200, JSON.stringify(form.body).slice(0, 300));
    assert.equal((await handler.fetch('GET', `/api/procedures/calling/forms/give-out--assign/validator.js?version=${hash}`)).status, 200);
    await doStep(house, handler, filed.dossierId, 'give-out--give', { handler: 'account-thuly' });
    const row = await store.read((tx) => tx.dossiers.first({ id: filed.dossierId }));
    assert.deepEqual([row?.status, row?.data['who']], ['completed', 'account-thuly']);
    assert.deepEqual((await services.runtime.verify(filed.dossierId)).faults, []);
  });

  it('keeps what it was published with while the called procedure changes what it gives: fixed, new, after a restart, and taken over by a plan', async () => {
    const { services, store, clock } = house;
    const step = (id: string, role: string): string => `<startEvent id="s"/><userTask id="${id}" motcua:form="assign" motcua:role="${role}"/><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="${id}"/><sequenceFlow id="b" sourceRef="${id}" targetRef="e"/>`;
    const calling = (who: string, binding = ''): string => `<startEvent id="s"/><callActivity id="c" calledElement="hand-out" ${binding}><extensionElements><motcua:output name="who">${who}</motcua:output></extensionElements></callActivity><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="c"/><sequenceFlow id="b" sourceRef="c" targetRef="e"/>`;
    const fixed = 'motcua:binding="version" motcua:version="1"';
    await put('hand-out', step('give', 'handler'));
    const former = await put('binds', calling('give.handler', fixed));
    const early = await file(former, 'early');
    await put('hand-out', step('choose', 'section_head'));
    // the same drawing, published again, still takes version 1; one that follows takes the newer and reads what that gives
    const again = await put('binds', calling('give.handler', `name="c" ${fixed}`));
    const target = await put('binds', calling('choose.handler'));
    const wrong = await put('binds', calling('give.handler'));
    const late = { again: await file(again, 'again'), target: await file(target, 'target'), wrong: await file(wrong, 'wrong'), moved: await file(former, 'moved') };
    const opened = ({ openTasks }: { readonly openTasks: readonly { readonly node: string; readonly role: string }[] }) => openTasks.map(({ node, role }) => `${node} ${role}`);
    assert.deepEqual([early, late.again, late.target, late.wrong, late.moved].map(opened), [['hand-out--give handler'], ['hand-out--give handler'], ['hand-out--choose section_head'], ['hand-out--choose section_head'], ['hand-out--give handler']]);

    const plan = { from: former, to: target, mapping: {} };
    const dry = await services.runtime.examineTransfer(plan);
    assert.ok(dry.ok && dry.value.safe === 0, JSON.stringify(dry));
    const mapping = { 'hand-out--give': 'hand-out--choose' };
    // everything that a process holds in memory is gone; what is kept is all there is
    const { runtime } = compose({ configuration: services.configuration, store, files: services.files, log: services.log, now: clock.now, samplePassword: password });
    const done = async ({ dossierId }: { readonly dossierId: string }, node: string, actor: string) => {
      const task = await store.read((tx) => tx.tasks.first({ dossierId, node, status: 'open' }));
      const dossier = await store.read((tx) => tx.dossiers.first({ id: dossierId }));
      assert.ok(task && dossier, `expected ${node} to be open`);
      const answer = await runtime.completeTask({ actor, key: `${dossierId} ${node}`, taskId: task.id, expectedVersion: dossier.version, data: { handler: 'account-thuly' } });
      assert.ok(answer.ok, JSON.stringify(answer));
      const { status, data, progress } = (await store.read((tx) => tx.dossiers.first({ id: dossierId })))!;
      return [status, data['who'] ?? null, progress.incidents.map(({ code }) => code)];
    };
    assert.deepEqual(await done(early, 'hand-out--give', 'account-thuly'), ['completed', 'account-thuly', []]);
    assert.deepEqual(await done(late.again, 'hand-out--give', 'account-thuly'), ['completed', 'account-thuly', []]);
    const started = await runtime.startTransfer({ actor: 'account-quantri', key: 'over', ...plan, mapping, reason: 'Bản mới', confirmed: true });
    assert.ok(started.ok, JSON.stringify(started));
    while ((await runtime.work()).did > 0);
    assert.equal((await store.read((tx) => tx.dossiers.first({ id: late.moved.dossierId })))?.procedureHash, target);
    assert.deepEqual(await done(late.moved, 'hand-out--choose', 'account-truongphong'), ['completed', 'account-thuly', []]);
    assert.deepEqual(await done(late.target, 'hand-out--choose', 'account-truongphong'), ['completed', 'account-thuly', []]);
    // who follows the newer one and reads what the former gave is told so, by the first dossier at the latest
    assert.deepEqual(await done(late.wrong, 'hand-out--choose', 'account-truongphong'), ['active', null, ['missing-data']]);
    for (const { dossierId } of Object.values(late)) assert.deepEqual((await runtime.verify(dossierId)).faults, []);
  });

  it('is drawn in the designer, found sound with what it calls, and published', async () => {
    const designer = await house.visitor('thietke');
    const caller = '/api/designer/procedures/house-caller';
    await designer.done('POST', '/api/designer/procedures', { key: 'house-caller', name: { vi: 'Gọi thủ tục khác', en: 'Calls another procedure' }, from: { procedure: 'construction-permit-house' } });
    const drawn = process('<startEvent id="s"/><callActivity id="c" calledElement="construction-permit-house" motcua:shares="true" motcua:propagate="true"/><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="c"/><sequenceFlow id="b" sourceRef="c" targetRef="e"/>');
    const { revision } = (await designer.done('PUT', `${caller}/draft`, { revision: 1, files: [{ path: 'process.bpmn', text: drawn }] })) as unknown as { readonly revision: number };
    const { findings } = (await designer.done('POST', `${caller}/check`, {})) as unknown as { readonly findings: readonly { readonly severity: string; readonly rule: string; readonly element: string }[] };
    assert.deepEqual(findings.filter(({ severity, rule }) => severity !== 'note' && !['translated', 'not-decided', 'role-unstaffed'].includes(rule)), []);
    await designer.done('POST', `${caller}/publish`, { revision });
    const row = await house.store.read((tx) => tx.procedureVersions.first({ key: 'house-caller', offered: true }));
    assert.ok(Object.hasOwn(row!.files, 'called/construction-permit-house/process.bpmn'), 'what it calls stands in the version');
  });

  it('is told in the designer which version is pinned, and takes the newer one into the draft', async () => {
    const designer = await house.visitor('thietke');
    const caller = '/api/designer/procedures/house-caller';
    const calls = async () => (await designer.done('GET', `${caller}/calls`)) as unknown as Calls;
    const seen = async () => (await calls()).procedures.map(({ key, callers, fixed, live, draft, next }) => ({ key, callers, fixed, live, draft, next }));
    const of = { key: 'construction-permit-house', callers: [{ element: 'c', name: 'c' }], fixed: null };
    assert.deepEqual(await seen(), [{ ...of, live: 1, draft: null, next: 1 }]);
    // a newer version of the called one
    const called = '/api/designer/procedures/construction-permit-house';
    const { text } = (await designer.done('GET', `${called}/file?path=process.bpmn`)) as unknown as PackageText;
    const { revision: saved } = (await designer.done('PUT', `${called}/draft`, { revision: 0, files: [{ path: 'process.bpmn', text: text.replace('id="examine" name="', 'id="examine" name="Kỹ: ') }] })) as unknown as { revision: number };
    await designer.done('POST', `${called}/publish`, { revision: saved });
    assert.deepEqual(await seen(), [{ ...of, live: 1, draft: null, next: 2 }]);
    assert.equal((await designer.fetch('POST', `${caller}/calls/take`, { body: { revision: 7 } })).status, 409);
    const { revision } = (await designer.done('POST', `${caller}/calls/take`, { revision: 0 })) as unknown as { revision: number };
    assert.deepEqual([revision, await seen()], [1, [{ ...of, live: 1, draft: 2, next: 2 }]]);
    const opened = (await designer.done('GET', caller)) as unknown as DesignerPackage;
    assert.deepEqual(opened.changed, ['called/construction-permit-house/process.bpmn']);
    await designer.done('POST', `${caller}/publish`, { revision });
    assert.deepEqual(await seen(), [{ ...of, live: 2, draft: null, next: 2 }]);
  });

  it('tells of processes beside, of calls that lead nowhere, of fixed versions and of expressions', async () => {
    const designer = await house.visitor('thietke');
    const caller = '/api/designer/procedures/house-caller';
    const call = (id: string, called: string, more = ''): string => `<callActivity id="${id}" name="Gọi ${id}" ${called === '' ? '' : `calledElement="${called}"`} ${more}/>`;
    const ids = ['beside', 'fixed', 'nowhere', 'asked'];
    const drawn = process(`<startEvent id="s"/>${call('beside', 'Q')}${call('fixed', 'construction-permit-house', 'motcua:binding="version" motcua:version="1"')}${call('nowhere', 'no-such')}${call('asked', '', 'motcua:calledExpression="which"')}<endEvent id="e"/>${['s', ...ids].map((id, index) => `<sequenceFlow id="f${index}" sourceRef="${id}" targetRef="${[...ids, 'e'][index]}"/>`).join('')}`);
    const beside = '<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><process id="Q" name="Thẩm tra" isExecutable="true"><startEvent id="qs"/><task id="qt"/><sequenceFlow id="qa" sourceRef="qs" targetRef="qt"/></process></definitions>';
    await designer.done('PUT', `${caller}/draft`, { revision: 0, files: [{ path: 'process.bpmn', text: drawn }, { path: 'processes/examining.bpmn', text: beside }] });
    const { processes, procedures, missing, dynamic } = (await designer.done('GET', `${caller}/calls`)) as unknown as Calls;
    assert.deepEqual(processes, [{ id: 'P', name: 'P', path: 'process.bpmn', callers: [] }, { id: 'Q', name: 'Thẩm tra', path: 'processes/examining.bpmn', callers: [{ element: 'beside', name: 'Gọi beside' }] }]);
    assert.deepEqual(procedures.map(({ key, fixed, next }) => [key, fixed, next]), [['construction-permit-house', 1, 1]]);
    assert.deepEqual([missing, dynamic], [[{ element: 'nowhere', name: 'Gọi nowhere', called: 'no-such' }], [{ element: 'asked', name: 'Gọi asked' }]]);
  });
});
