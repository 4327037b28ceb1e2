import assert from 'node:assert/strict';
import { readBpmn } from '../engine/bpmn/read.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { Standing } from './command.ts';
import type { RunnableProcedure } from './procedure.ts';
import { accepted, filing, house, offering, taskAt, type House } from './testing/house.ts';
import { faultsOf } from './testing/oracle.ts';
import { settle, WARD } from './testing/people.ts';

const retrieval = (message: string): string => `<correlationPropertyRetrievalExpression messageRef="${message}"><messagePath>no</messagePath></correlationPropertyRetrievalExpression>`;
/** A ward asks an agency by a message that flows out of a step, and waits for its answer: two pools of one drawing. */
const drawing = (own: 'ward' | 'agency'): string => diagram('', `<message id="order" name="order"/><message id="sent" name="sent"/>
  <correlationProperty id="no" name="no">${retrieval('order')}${retrieval('sent')}</correlationProperty>
  <collaboration id="c"><participant id="W" processRef="ward"/><participant id="A" processRef="agency"/><messageFlow id="asks" sourceRef="write" targetRef="begun" messageRef="order"/><messageFlow id="answers" sourceRef="done" targetRef="wait" messageRef="sent"/>
    <correlationKey id="byNo"><correlationPropertyRef>no</correlationPropertyRef></correlationKey></collaboration>
  <process id="ward" isExecutable="${own === 'ward'}"><startEvent id="s"/><userTask id="write" motcua:role="applicant"/><receiveTask id="wait" messageRef="sent"/><userTask id="read" motcua:role="applicant"/>${flows('s -> write -> wait -> read')}</process>
  <process id="agency" isExecutable="${own === 'agency'}"><startEvent id="begun"><messageEventDefinition messageRef="order"/></startEvent><userTask id="work" motcua:role="handler"/><endEvent id="done"><extensionElements><motcua:input name="no">no</motcua:input></extensionElements><messageEventDefinition messageRef="sent"/></endEvent>${flows('begun -> work -> done')}</process>`).replace('<process id="p" isExecutable="true"></process>', '');

onEveryStore('pools of one drawing, each a procedure of its own', (open) => {
  let h: House;
  let seed = 0;
  const pools: RunnableProcedure[] = [];
  before(async () => {
    await settle(open());
    for (const key of ['ward', 'agency'] as const) {
      const read = await readBpmn(drawing(key));
      assert.ok('definition' in read, JSON.stringify(read));
      pools.push({ key, hash: `pool-${key}`, name: { vi: key, en: key }, environment: {}, definition: read.definition, ...(key === 'agency' && { office: 'H29.45.12' }) });
    }
  });
  beforeEach(() => void (h = house(open(), `pools-${(seed += 1)}`, { ...offering(() => pools), loadProcedure: async (hash) => pools.find((pool) => pool.hash === hash) })));
  afterEach(async () => assert.deepEqual(await faultsOf(h), []));

  it('exchange what is drawn between them as dossiers that are linked: each answer finds who asked', async () => {
    const do_ = async (standing: Standing, node: string, actor: string, data: Record<string, number>): Promise<void> => {
      const openTasks = await h.store.read((tx) => tx.tasks.find({ dossierId: standing.dossierId, status: 'open' }));
      accepted(await h.runtime.completeTask({ actor, key: h.keys(), taskId: taskAt({ ...standing, openTasks }, node), data }));
    };
    const at = (dossierId: string): Promise<readonly string[]> => h.store.read(async (tx) => (await tx.dossiers.first({ id: dossierId }))!.progress.tokens.map((token) => token.at));
    const askers: Standing[] = [];
    for (const no of [1, 2]) {
      const standing = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'pool-ward', application: { work: { footprint: 1 } } })));
      askers.push(standing);
      await do_(standing, 'write', 'an', { no });
    }
    await h.settle();
    const begun = await h.store.read((tx) => tx.dossiers.find({ procedureHash: 'pool-agency', status: 'active' }));
    assert.deepEqual(begun.map(({ data, unitId, applicantAccount }) => [data['no'], unitId, applicantAccount]).toSorted(), [1, 2].map((no) => [no, WARD, 'an']));
    assert.deepEqual(begun.map(({ data }) => (data['origin'] as { code?: string }).code).toSorted(), askers.map(({ code }) => code).toSorted(), 'they are linked');
    const second = begun.find(({ data }) => data['no'] === 2)!;
    await do_({ ...askers[0]!, dossierId: second.id }, 'work', 'hai', {});
    await h.settle();
    assert.deepEqual(await Promise.all(askers.map(({ dossierId }) => at(dossierId))), [['wait'], ['read']]);
  });
});
