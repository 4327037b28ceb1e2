import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { Standing } from './command.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { faultsOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';
import { later } from './work/backoff.ts';

onEveryStore('a procedure drawn for Camunda', (open) => {
  let h: House;
  let filed: Standing;
  let seed = 0;
  before(() => settle(open()));
  beforeEach(async () => {
    h = house(open(), `foreign-${(seed += 1)}`);
    filed = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'foreign-1', application: { about: 'a', work: { footprint: 1 } } })));
  });
  afterEach(async () => assert.deepEqual(await faultsOf(h), []));

  const job = async () => (await h.store.read((tx) => tx.jobs.first({ dossierId: filed.dossierId, node: 'archive' })))!;
  const approve = async (): Promise<Standing> => accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(filed, 'approve'), data: { approved: true } }));
  const outcome = async (answer: { data?: { shelf: number }; error?: { code: string; message: string; data?: { shelf: number } } }): Promise<Standing> =>
    accepted(await h.runtime.completeJob({ actor: 'robot', key: h.keys(), dossierId: filed.dossierId, jobId: (await job()).id, ...answer }));

  it('offers its step to the group, due when it was drawn to be', async () => {
    const task = await h.store.read((tx) => tx.tasks.first({ dossierId: filed.dossierId, node: 'approve' }));
    assert.deepEqual([task?.role, task && Date.parse(task.dueAt!)], ['handler', Date.parse(later(MORNING, 3 * 86_400_000))]);
  });
  it('is done by nobody outside the group', async () => {
    const wrong = await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'approve'), data: { approved: true } });
    assert.equal(wrong.ok ? '' : wrong.refused, 'forbidden');
  });
  it('has its topic wait for someone outside, whose answer becomes data by its own names', async () => {
    await approve();
    await h.settle();
    assert.deepEqual([(await job()).status, (await job()).connector], ['open', 'archive']);
    assert.equal((await outcome({ data: { shelf: 7 } })).status, 'completed');
    const row = await h.store.read((tx) => tx.dossiers.first({ id: filed.dossierId }));
    assert.deepEqual([row?.data['shelf'], row?.data['approved']], [7, true]);
  });
  it('has its work in one hand at a time, which may be too late', async () => {
    await approve();
    const { unitId, id: jobId } = await job();
    const take = async (actor: string) => accepted(await h.runtime.takeJobs({ actor, key: h.keys(), units: [unitId], connectors: ['archive', 'letter.issue'], seconds: 60, most: 100 })).filter(({ dossierId }) => dossierId === filed.dossierId);
    const both = (await Promise.all([take('robot'), take('other')])).flat();
    const [first] = both;
    assert.deepEqual([both.length, first?.jobId, first?.attempts], [1, jobId, 1]);
    assert.deepEqual(accepted(await h.runtime.takeJobs({ actor: 'robot', key: h.keys(), units: ['another'], connectors: ['archive'], seconds: 60, most: 100 })), []);
    h.set(later(MORNING, 60_000));
    const [second] = await take('third');
    const late = await h.runtime.completeJob({ actor: 'third', key: h.keys(), dossierId: filed.dossierId, jobId, fence: first!.fence });
    assert.equal(late.ok ? '' : late.refused, 'conflict');
    const held = { dossierId: filed.dossierId, jobId, fence: second!.fence, actor: 'third' };
    accepted(await h.runtime.extendJob({ ...held, key: h.keys(), seconds: 5 }));
    accepted(await h.runtime.failJob({ ...held, key: h.keys(), message: 'later', retryAfter: 10 }));
    assert.deepEqual(await take('robot'), []);
    h.set(later(MORNING, 70_000));
    const [third] = await take('robot');
    assert.equal(accepted(await h.runtime.completeJob({ ...held, actor: 'robot', fence: third!.fence, key: h.keys(), data: { shelf: 3 } })).status, 'completed');
  });
  it('catches the error that someone outside tells', async () => {
    await approve();
    assert.deepEqual((await outcome({ error: { code: 'FULL', message: 'no shelf', data: { shelf: 9 } } })).openTasks.map(({ node }) => node), ['sort']);
    assert.equal((await h.store.read((tx) => tx.dossiers.first({ id: filed.dossierId })))?.data['shelf'], 9);
  });
});
