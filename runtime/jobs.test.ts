import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { JobRow } from '../storage/tables/jobs.ts';
import type { Outcome } from './connector.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle } from './testing/people.ts';
import { later, MAX_ATTEMPTS } from './work/backoff.ts';

onEveryStore('a connector call', (open) => {
  let h: House;
  let dossierId: string;
  let seed = 0;
  before(() => settle(open()));
  beforeEach(async () => {
    h = house(open(), `jobs-${(seed += 1)}`);
    const filed = accepted(await h.runtime.file(filing(h.keys())));
    dossierId = filed.dossierId;
    accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'accept' } }));
  });
  const job = async (node: string): Promise<JobRow> => {
    const [newest] = await h.store.read((tx) => tx.jobs.find({ dossierId, node }, { order: [['reference', 'desc']], limit: 1 }));
    assert.ok(newest);
    return newest;
  };
  const whole = async (): Promise<void> => assert.deepEqual((await h.runtime.verify(dossierId)).faults, []);
  const openIncidents = (): Promise<{ code: string; incident: number }[]> => h.store.read((tx) => tx.incidents.find({ dossierId, resolvedAt: null }));

  it('inside the transaction is done with its step or not at all', async () => {
    const before = await h.store.read((tx) => tx.registers.first({ register: 'receipt' }));
    await h.settle();
    assert.equal((await job('number')).status, 'done');
    const after = await h.store.read((tx) => tx.registers.first({ register: 'receipt' }));
    assert.equal(after?.last, (before?.last ?? 0) + 1);
    await whole();
  });

  it('that fails in passing is tried again later and later, with the same key, and then goes on', async () => {
    let tries = 0;
    h.printer = async () => ((tries += 1) < 4 ? { retry: 'out of paper' } : { done: { ok: true } });
    const waits: number[] = [];
    let at = MORNING;
    await h.settle();
    while ((await job('print')).status === 'open') {
      const { runAt } = await job('print');
      waits.push(Date.parse(runAt) - Date.parse(at));
      at = runAt;
      h.set(at);
      await h.settle();
    }
    assert.deepEqual(waits, [500, 1000, 2000]);
    assert.equal(new Set(h.printed).size, 1);
    assert.equal(h.printed.length, 4);
    await whole();
  });

  const lasting: [string, () => Promise<Outcome>, string, number, JobRow['status']?][] = [
    ['throws every time', async () => { throw new Error('boom'); }, 'connector-failed', MAX_ATTEMPTS],
    ['says that it will never work', async () => ({ failed: 'no such template', code: 'template' }), 'template', 1],
    ['ends in an error that nobody catches', async () => ({ error: 'E1', message: 'refused' }), 'E1', 1, 'done'],
    ['answers what is no JSON', async () => ({ done: { n: Number.NaN } as never }), 'connector-failed', MAX_ATTEMPTS],
  ];
  for (const [how, printer, code, tries, status = 'failed'] of lasting) {
    it(`that ${how} becomes an incident, and a person’s retry does it once`, async function () {
      this.timeout(300_000);
      h.printer = printer;
      let at = MORNING;
      for (let round = 0; round < MAX_ATTEMPTS + 2; round += 1) {
        await h.settle();
        h.set((at = later(at, 10 * 60_000)));
      }
      assert.equal(h.printed.length, tries);
      assert.equal((await job('print')).status, status);
      const [incident, ...more] = await openIncidents();
      assert.deepEqual([incident?.code, more], [code, []]);
      await whole();

      h.printer = async () => ({ done: { ok: true } });
      accepted(await h.runtime.retryIncident({ actor: 'admin', key: h.keys(), dossierId, incident: incident?.incident ?? 0 }));
      await h.settle();
      assert.equal(h.printed.length, tries + 1);
      assert.equal((await job('print')).status, 'done');
      assert.deepEqual(await openIncidents(), []);
      await whole();
    });
  }

  it('that never ends is given up and tried again; its late result is refused', async () => {
    let release: (outcome: Outcome) => void = () => {};
    h.printer = () => new Promise((resolve) => (release = resolve));
    await h.settle();
    assert.equal((await job('print')).error, 'expected connector "letter.issue" to answer within 200 ms, but it did not');
    release({ done: { late: true } });
    h.printer = async () => ({ done: { late: false } });
    h.set(later(MORNING, 600_000));
    await h.settle();
    const row = await h.store.read((tx) => tx.dossiers.first({ id: dossierId }));
    assert.deepEqual(row?.data['print'], { late: false });
    await whole();
  });

  it('whose lease ran out is done by another worker, and the first one’s result is refused', async () => {
    let finishFirst = (): void => {};
    const slow = house(open(), `slow-${(seed += 1)}`);
    let called = (): void => {};
    const isCalled = new Promise<void>((resolve) => (called = resolve));
    slow.printer = () => new Promise((resolve) => {
      called();
      finishFirst = () => resolve({ done: { by: 'first' } });
    });
    const first = slow.settle();
    await isCalled;
    h.set(later(MORNING, 61_000));
    h.printer = async () => ({ done: { by: 'second' } });
    await h.settle();
    finishFirst();
    await first;
    const row = await h.store.read((tx) => tx.dossiers.first({ id: dossierId }));
    assert.deepEqual(row?.data['print'], { by: 'second' });
    assert.ok(slow.logged.some((line) => line.includes('job.too-late')));
    await whole();
  });

  it('that kills its process again and again is put before a person', async () => {
    await h.runtime.work({ only: 'connectors', batch: 1 });
    assert.equal((await job('print')).attempts, 0);
    await h.store.transaction((tx) => tx.jobs.update({ dossierId, node: 'print' }, { attempts: MAX_ATTEMPTS }));
    await h.settle();
    assert.deepEqual(h.printed, []);
    assert.deepEqual((await openIncidents()).map(({ code }) => code), ['connector-died']);
    await whole();
  });

  it('to a connector that is not here waits until someone completes it, once', async () => {
    const bare = house(open(), `bare-${(seed += 1)}`, { connectors: {} });
    await bare.settle();
    assert.deepEqual(await openIncidents(), []);
    const { id: jobId, attempts } = await job('number');
    assert.equal(attempts, 0);
    assert.equal((await bare.runtime.work()).nextAt, null);
    const command = { actor: 'rita', key: bare.keys(), dossierId, jobId, data: { number: 'K1' } };
    accepted(await bare.runtime.completeJob(command));
    assert.equal((await job('number')).status, 'done');
    await whole();
    const again = await bare.runtime.completeJob({ ...command, key: bare.keys() });
    assert.equal(!again.ok && again.refused, 'not-found');
    accepted(await bare.runtime.completeJob(command));
    await h.settle();
  });

  it('that the house makes itself cannot be completed by others', async () => {
    const answer = await h.runtime.completeJob({ actor: 'rita', key: h.keys(), dossierId, jobId: (await job('number')).id });
    assert.equal(!answer.ok && answer.refused, 'forbidden');
    await h.settle();
  });

  it('is done once by several workers at the same time', async () => {
    const workers = Array.from({ length: 4 }, (_, index) => house(open(), `worker-${(seed += 1)}-${index}`));
    await Promise.all(workers.map((worker) => worker.settle()));
    await h.settle();
    assert.equal(workers.flatMap((worker) => worker.printed).length + h.printed.length, 1);
    await whole();
  });

  it('of a withdrawn dossier is not made', async () => {
    accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId, reason: 'x' }));
    await h.settle();
    assert.deepEqual(h.printed, []);
    assert.equal((await job('number')).status, 'cancelled');
    await whole();
  });
});

onEveryStore('a notice', (open) => {
  it('is delivered again when it failed, always with the same id, and given up in the end', async () => {
    await settle(open());
    const tried: string[] = [];
    const h = house(open(), 'notices', { deliver: async ({ id }) => { tried.push(id); throw new Error('mail is down'); } });
    accepted(await h.runtime.file(filing(h.keys())));
    let at = MORNING;
    for (let round = 0; round < MAX_ATTEMPTS + 2; round += 1) {
      await h.runtime.work({ only: 'notices' });
      h.set((at = later(at, 10 * 60_000)));
    }
    assert.equal(tried.length, MAX_ATTEMPTS);
    assert.equal(new Set(tried).size, 1);
    const [notice] = await h.store.read((tx) => tx.outbox.find({}));
    assert.deepEqual([notice?.status, notice?.error], ['failed', 'mail is down']);
  });
});
