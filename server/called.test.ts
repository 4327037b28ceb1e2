import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../engine/state.ts';
import { readFolder } from '../procedures/folder.ts';
import { loadPackage } from '../procedures/load.ts';
import type { PackageFiles } from '../procedures/package-files.ts';
import { withPublished } from './library/called.ts';
import { keepFiles } from './library/package-files.ts';
import { publish } from './library/publish.ts';
import { counter, ward } from './seed/units.ts';
import { doStep } from './testing/filing.ts';
import { packageFolder, runHouse, type RunningHouse } from './testing/running-house.ts';

const process = (body: string): string => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="P" isExecutable="true">${body}</process></definitions>`;

describe('a dossier whose procedure calls another, over HTTP', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  it('shows the called form, takes its answer, and stays with the version that was published', async () => {
    const { services, store } = house;
    const shipped = await readFolder(packageFolder);
    const put = async (key: string, body: string): Promise<string> => {
      const procedure = JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object;
      const files: PackageFiles = await withPublished(services, new Map([...shipped, ['procedure.json', JSON.stringify({ ...procedure, key })], ['process.bpmn', process(body)]] as const));
      const loading = await loadPackage(files);
      assert.ok('package' in loading, JSON.stringify(loading));
      const ready = { key, hash: loading.package.hash, files: await keepFiles(services.files, files) };
      await store.transaction((tx) => publish(tx, ready, { account: 'system', at: house.clock.now(), note: null }));
      return ready.hash;
    };
    const giving = (role: string): string => `<startEvent id="s"/><userTask id="give" motcua:form="assign" motcua:role="${role}" motcua:result="given"/><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="give"/><sequenceFlow id="b" sourceRef="give" targetRef="e"/>`;
    await put('give-out', giving('handler'));
    const hash = await put('calling', '<startEvent id="s"/><callActivity id="c" calledElement="give-out"><extensionElements><motcua:output name="who">given.handler</motcua:output></extensionElements></callActivity><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="c"/><sequenceFlow id="b" sourceRef="c" targetRef="e"/>');
    await put('give-out', giving('section_head'));
    const application = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as Data;
    const filed = await services.runtime.file({
      actor: 'account-congdan1', key: 'call', procedureHash: hash, unitId: ward, receivingUnitId: counter, application, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: {},
    });
    assert.ok(filed.ok, JSON.stringify(filed));
    assert.deepEqual(filed.value.openTasks.map(({ node, role }) => [node, role]), [['give-out--give', 'handler']]);
    const handler = await house.visitor('thuly');
    const form = await handler.json('GET', `/api/procedures/calling/forms/give-out--assign?version=${hash}`);
    assert.equal(form.status, 200, JSON.stringify(form.body).slice(0, 300));
    assert.equal((await handler.fetch('GET', `/api/procedures/calling/forms/give-out--assign/validator.js?version=${hash}`)).status, 200);
    await doStep(house, handler, filed.value.dossierId, 'give-out--give', { handler: 'account-thuly' });
    const row = await store.read((tx) => tx.dossiers.first({ id: filed.value.dossierId }));
    assert.deepEqual([row?.status, row?.data['who']], ['completed', 'account-thuly']);
    assert.deepEqual((await services.runtime.verify(filed.value.dossierId)).faults, []);
  });
});
