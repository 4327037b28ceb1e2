import assert from 'node:assert/strict';
import { leafHash, verifyInclusion } from '../storage/merkle.ts';
import { sha256Hex } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import { accepted, filing, house, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle } from './testing/people.ts';

onEveryStore('the record of a dossier', (open) => {
  let h: House;
  let dossierId: string;
  let seed = 0;
  before(() => settle(open()));
  beforeEach(async () => {
    h = house(open(), `verify-${(seed += 1)}`);
    const filed = accepted(await h.runtime.file(filing(h.keys())));
    dossierId = filed.dossierId;
    accepted(await h.runtime.claimTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception') }));
    accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'accept' } }));
    await h.settle();
  });
  const checks = async (): Promise<string[]> => [...new Set((await h.runtime.verify(dossierId)).faults.map(({ check }) => check))].toSorted();

  const tamperings: [string, (tx: Transaction) => Promise<unknown>, string[]][] = [
    ['an entry edited', (tx) => tx.journal.update({ dossierId, seq: 2 }, { actor: 'ron' }), ['chain']],
    ['an entry taken out', async (tx) => { await tx.journalPayloads.remove({ dossierId, seq: 2 }); await tx.journal.remove({ dossierId, seq: 2 }); }, ['chain']],
    ['the end cut off', async (tx) => { await tx.journalPayloads.remove({ dossierId, seq: { gte: 4 } }); await tx.journal.remove({ dossierId, seq: { gte: 4 } }); }, ['chain', 'replay']],
    ['a payload rewritten', (tx) => tx.journalPayloads.update({ dossierId, seq: 1 }, { payload: { events: [] } }), ['chain', 'replay']],
    ['the data changed beside the journal', (tx) => tx.dossiers.update({ id: dossierId }, { data: { application: { work: { footprint: 1 } } } }), ['replay']],
    ['a task gone', (tx) => tx.tasks.update({ dossierId, status: 'open' }, { status: 'cancelled' }), []],
    ['a subscription gone', (tx) => tx.subscriptions.remove({ dossierId }), ['rows', 'stuck']],
  ];
  for (const [title, tamper, expected] of tamperings) {
    it(`shows ${title}`, async () => {
      assert.deepEqual(await checks(), []);
      await h.store.transaction(tamper);
      assert.deepEqual(await checks(), expected);
    });
  }

  it('shows a step of which lists say something else than its dossier', async () => {
    ({ dossierId } = accepted(await h.runtime.file(filing(h.keys()))));
    assert.deepEqual(await checks(), []);
    await h.store.transaction((tx) => tx.tasks.update({ dossierId, status: 'open' }, { state: 9 }));
    assert.deepEqual(await checks(), ['rows']);
  });

  it('still verifies after its personal payloads were erased', async () => {
    await h.store.transaction((tx) => tx.journalPayloads.remove({ dossierId }));
    const verdict = await h.runtime.verify(dossierId);
    assert.deepEqual([verdict.faults, verdict.erased], [[], true]);
  });

  it('stands under a published root that a citizen can check without the database', async () => {
    const { root, size } = await h.runtime.checkpoint();
    const shown = await h.runtime.proof(dossierId);
    assert.ok(shown);
    assert.deepEqual([shown.checkpoint.root, shown.proof.size], [root, size]);
    assert.ok(verifyInclusion(sha256Hex, leafHash(sha256Hex, shown.leaf), shown.proof, root));
    assert.ok(!verifyInclusion(sha256Hex, leafHash(sha256Hex, { ...shown.leaf, seq: shown.leaf.seq + 1 }), shown.proof, root));
    assert.equal(await h.runtime.proof('no such dossier'), undefined);
  });

  it('that was computed anew from the start is found by a checkpoint', async () => {
    await h.runtime.checkpoint();
    const other = house(open(), `verify-other-${seed}`);
    const twin = accepted(await other.runtime.file(filing(other.keys(), { subject: 'khác' }))).dossierId;
    const [entries, row] = await h.store.read(async (tx) => [await tx.journal.find({ dossierId: twin }), await tx.dossiers.first({ id: twin })] as const);
    assert.ok(row);
    await h.store.transaction(async (tx) => {
      await tx.checkpointLeaves.update({ dossierId }, { dossierId: twin, hash: 'told before', seq: entries.length });
    });
    const verdict = await h.runtime.verify(twin);
    assert.deepEqual(verdict.faults.map(({ check, seq }) => [check, seq]), [['chain', entries.length]]);
  });

  it('of a dossier that does not exist is no good record', async () => {
    assert.deepEqual((await h.runtime.verify('none')).faults.length, 1);
  });
});
