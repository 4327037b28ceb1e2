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
  const outcome = async (answer: { data?: { shelf: number }; error?: { code: string; message: string } }): Promise<Standing> =>
    accepted(await h.runtime.completeJob({ actor: 'robot', key: h.keys(), dossierId: filed.dossierId, jobId: (await job()).id, ...answer }));

  it('offers its step to the group, due when it was drawn to be', async () => {
    const task = await h.store.read((tx) => tx.tasks.first({ dossierId: filed.dossierId, node: 'approve' }));
    assert.deepEqual([task?.role, task && Date.parse(task.dueAt!)], ['handler', Date.parse(later(MORNING, 3 * 86_400_000))]);
  });
  it('has its topic wait for someone outside, whose answer becomes data by its own names', async () => {
    await approve();
    await h.settle();
    assert.deepEqual([(await job()).status, (await job()).connector], ['open', 'archive']);
    assert.equal((await outcome({ data: { shelf: 7 } })).status, 'completed');
    const row = await h.store.read((tx) => tx.dossiers.first({ id: filed.dossierId }));
    assert.deepEqual([row?.data['shelf'], row?.data['approved']], [7, true]);
  });
  it('catches the error that someone outside tells', async () => {
    await approve();
    assert.deepEqual((await outcome({ error: { code: 'FULL', message: 'no shelf' } })).openTasks.map(({ node }) => node), ['sort']);
  });
});
