import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import { keepFiles } from '../library/package-files.ts';
import { publish } from '../library/publish.ts';
import { counter, ward } from '../seed/units.ts';
import { packageFolder, runHouse, type RunningHouse } from '../testing/running-house.ts';

const process = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="P" isExecutable="true">
  <startEvent id="s"/><userTask id="give" name="Giao" motcua:form="assign" motcua:candidates="handler, clerk"/><userTask id="consult" name="Hỏi" motcua:form="assign" motcua:unit="=&quot;fire-safety-office&quot;" motcua:candidates="handler, consulted_agency"/><endEvent id="e"/>
  <sequenceFlow id="a" sourceRef="s" targetRef="give"/><sequenceFlow id="b" sourceRef="give" targetRef="consult"/><sequenceFlow id="c" sourceRef="consult" targetRef="e"/></process></definitions>`;

interface Work {
  readonly items: readonly { readonly id: string; readonly roles: readonly string[]; readonly can: { readonly claim: boolean }; readonly dossier: { readonly version: number } }[];
  readonly counts: { readonly team: number; readonly all: number };
}

describe('a step that several groups may do', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    const procedure = JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object;
    const files = new Map([...(await readFolder(packageFolder)), ['procedure.json', JSON.stringify({ ...procedure, key: 'shared' })], ['process.bpmn', process]] as const);
    const loading = await loadPackage(files);
    assert.ok('package' in loading, JSON.stringify(loading));
    const ready = { key: 'shared', hash: loading.package.hash, timers: [], files: await keepFiles(house.services.files, files) };
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    const application = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as Data;
    const filed = await house.services.runtime.file({
      actor: 'account-congdan1', key: 'shared', procedureHash: ready.hash, unitId: ward, receivingUnitId: counter, application, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: {},
    });
    assert.ok(filed.ok, JSON.stringify(filed));
  });
  after(() => house.stop());

  const work = async (login: string, query = ''): Promise<Work> => (await (await house.visitor(login)).done('GET', `/api/tasks?${query}`)) as unknown as Work;

  it('waits in the worklist of each of them, and of nobody else’s', async () => {
    for (const [login, team, all] of [['thuly', 1, 1], ['vanthu', 1, 1], ['lanhdao', 0, 1], ['pccc', 0, 0]] as const) {
      const { counts } = await work(login);
      assert.deepEqual([counts.team, counts.all], [team, all], login);
    }
    const [item] = (await work('vanthu')).items;
    assert.deepEqual([item?.roles, item?.can.claim], [['handler', 'clerk'], true]);
    assert.equal((await work('lanhdao', 'scope=all')).items[0]?.can.claim, false);
  });

  it('may be given by the head to people of each of them', async () => {
    const [item] = (await work('truongphong', 'scope=all')).items;
    const view = (await (await house.visitor('truongphong')).done('GET', `/api/tasks/${item!.id}`)) as unknown as { assignable: { id: string }[] };
    assert.deepEqual(view.assignable.map(({ id }) => id).toSorted(), ['account-thuly', 'account-thuly2', 'account-vanthu']);
  });

  it('is claimed and done by somebody of the second group, and by nobody of a third', async () => {
    const [item] = (await work('vanthu')).items;
    const act = async (login: string, deed: string, body: object = {}) => (await (await house.visitor(login)).json('POST', `/api/tasks/${item!.id}/${deed}`, { expectedVersion: item!.dossier.version, ...body })).status;
    assert.equal(await act('lanhdao', 'claim'), 403);
    assert.equal(await act('vanthu', 'claim'), 200);
    const version = (await work('vanthu', 'scope=mine')).items[0]!.dossier.version;
    assert.equal(await act('thuly', 'complete', { expectedVersion: version, data: { handler: 'account-thuly' } }), 409);
    assert.equal(await act('vanthu', 'complete', { expectedVersion: version, data: { handler: 'account-thuly' } }), 200);
  });

  it('lets an agency that is one of the groups see the step and its dossier', async () => {
    const { items, counts } = await work('pccc');
    assert.deepEqual([items.length, counts.team], [1, 1]);
    const agency = await house.visitor('pccc');
    const { dossier } = (await agency.done('GET', `/api/tasks/${items[0]!.id}`)) as unknown as { dossier: { id: string } };
    assert.equal((await agency.json('GET', `/api/desk/dossiers/${dossier.id}`)).status, 200);
  });
});
