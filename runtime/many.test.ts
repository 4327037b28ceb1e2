import assert from 'node:assert/strict';
import { readBpmn } from '../engine/bpmn/read.ts';
import { keepsTo } from '../engine/testing/bar.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { memoryStore } from '../storage/stores/memory.ts';
import { matchOf } from '../storage/tables/subscriptions.ts';
import type { RunnableProcedure } from './procedure.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import { settle } from './testing/people.ts';
import { later } from './work/backoff.ts';

const many = 450;
const most = 210;

/** The transaction with some of its tables put in place of its own. */
const instead = (tx: Transaction, tables: Partial<Transaction>): Transaction =>
  new Proxy(tx, { get: (target, name): unknown => (Object.hasOwn(tables, name) ? Reflect.get(tables, name) : Reflect.get(target, name)) });

/** A store that counts the rows which each transaction makes. */
const counted = (store: Store): { readonly store: Store; readonly made: number[] } => {
  const made: number[] = [];
  const counting = <Rows extends object>(rows: Rows, count: () => void): Rows => new Proxy(rows, { get: (target, name) => {
    const value: unknown = Reflect.get(target, name);
    if (name === 'insert' || name === 'insertIfAbsent') count();
    return value;
  } });
  return { made, store: { ...store, transaction: (work) => store.transaction(async (tx) => {
    let rows = 0;
    const seen = instead(tx, { deliveries: counting(tx.deliveries, () => (rows += 1)), transferItems: counting(tx.transferItems, () => (rows += 1)) });
    const value = await work(seen);
    made.push(rows);
    return value;
  }) } };
};

describe('what is done to very many dossiers', () => {
  it('is noted page by page, each dossier once, also after a worker died on the way', async () => {
    const { store, made } = counted(memoryStore());
    await settle(store);
    const h = house(store, 'many');
    const filed = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'hearer-1', application: { about: 'x' } })));
    await store.transaction(async (tx) => {
      const row = (await tx.dossiers.first({ id: filed.dossierId }))!;
      const [waiting] = await tx.subscriptions.find({ dossierId: filed.dossierId });
      for (let n = 0; n < many; n += 1) {
        const id = `dossier-${String(n).padStart(4, '0')}`;
        await tx.dossiers.insert({ ...row, id, code: id });
        await tx.subscriptions.insert({ ...waiting!, dossierId: id });
      }
    });
    const speaker = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'speaker-1', application: { about: 'y' } })));
    accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(speaker, 'write'), data: {} }));
    made.length = 0;
    let transactions = 0;
    const dying = house({ ...store, transaction: (work) => ((transactions += 1) > 2 ? Promise.reject(new Error('died')) : store.transaction(work)) }, 'dying');
    await assert.rejects(dying.runtime.work({ only: 'posts' }), /died/);
    const deliveries = () => store.read((tx) => tx.deliveries.count({ begins: null }));
    assert.equal(await deliveries(), 200);
    h.set(later(MORNING, 59_000));
    await h.runtime.work({ only: 'posts', batch: 1 });
    assert.equal(await deliveries(), 200);
    h.set(later(MORNING, 60_000));
    await h.runtime.work({ only: 'posts', batch: 1 });
    assert.equal(await deliveries(), many + 1);
    assert.ok(Math.max(...made) <= most, `${Math.max(...made)} rows in one transaction`);

    await store.transaction((tx) => tx.dossiers.update({ procedureHash: 'hearer-1' }, { procedureHash: 'permit-1' }));
    made.length = 0;
    const { transferId } = accepted(await h.runtime.startTransfer({ actor: 'admin', key: h.keys(), from: 'permit-1', to: 'permit-2', mapping: {}, reason: 'Luật mới', confirmed: true }));
    const items = () => store.read((tx) => tx.transferItems.count({ transferId }));
    const counts: number[] = [await items()];
    for (let round = 0; round < 3; round += 1) {
      await h.runtime.work({ only: 'transfers', batch: 1 });
      counts.push(await items());
    }
    assert.deepEqual(counts, [200, 400, many + 1, many + 1]);
    assert.ok(Math.max(...made) <= most);
  });

  it('leaves the others alone when a message is for one of them', async () => {
    const store = memoryStore();
    await settle(store);
    const h = house(store, 'one-of-many');
    const file = async (procedureHash: string) => accepted(await h.runtime.file(filing(h.keys(), { procedureHash, application: { about: 'x' } })));
    const step = async (dossierId: string) => {
      const [task] = await store.read((tx) => tx.tasks.find({ dossierId, status: 'open' }));
      accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: task!.id, data: {} }));
    };
    const hearer = await file('hearer-1');
    const speaker = await file('speaker-1');
    await step(speaker.dossierId);
    await h.settle();
    await store.transaction(async (tx) => {
      const row = (await tx.dossiers.first({ id: speaker.dossierId }))!;
      // of before there was a text to find it by; one who asks for more than is said; and very many with another key
      const waiting = [{ keys: { about: 'old' }, match: '' }, ...[{ about: 'x', more: 'unsaid' }, ...Array.from({ length: many }, (_, n) => ({ about: `other ${n}` }))].map((keys) => ({ keys, match: matchOf(keys) }))];
      for (const [n, own] of waiting.entries()) {
        await tx.dossiers.insert({ ...row, id: `other-${n}`, code: `other-${n}` });
        await tx.subscriptions.insert({ ...own, dossierId: `other-${n}`, subscription: 1, node: 'asked', kind: 'message', name: 'question', openedAt: '2026-01-01T00:00:00.000Z' });
      }
    });
    let looked = 0;
    const watching: Store = { ...store, transaction: (work) => store.transaction((tx) => work(instead(tx, { subscriptions: { ...tx.subscriptions, find: async (...asked) => {
      const found = await tx.subscriptions.find(...asked);
      looked += found.length;
      return found;
    } } }))) };
    await step(hearer.dossierId);
    await house(watching, 'watching').settle();
    assert.deepEqual((await store.read((tx) => tx.tasks.find({ dossierId: hearer.dossierId, status: 'open' }))).map(({ node }) => node), ['done']);
    assert.equal(looked, 3, 'the one whom it is for, the one that cannot be told from its text, and the speaker who waits for the answer');
  });
});

describe('a dossier in which ten thousand steps are to open at once', () => {
  it('opens a thousand, holds up the rest, and keeps nobody waiting', async () => {
    const reading = await readBpmn(diagram(`<startEvent id="s"/><userTask id="begin" motcua:role="handler"/><userTask id="each" motcua:role="handler"><multiInstanceLoopCharacteristics id="l"><loopCardinality>10000</loopCardinality></multiInstanceLoopCharacteristics></userTask><endEvent id="e"/>${flows('s -> begin -> each -> e')}`));
    assert.ok('definition' in reading);
    const crowd: RunnableProcedure = { key: 'crowd', hash: 'crowd-1', name: { vi: 'Đông', en: 'Crowd' }, definition: reading.definition, environment: {} };
    const store = memoryStore();
    await settle(store);
    const h = house(store, 'crowd', { loadProcedure: async () => crowd });
    const filed = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'crowd-1', application: {} })));
    // of processor time: what runs beside this test is none of its cost
    const before = process.cpuUsage();
    const { openTasks } = accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(filed, 'begin'), data: {} }));
    assert.ok(keepsTo(process.cpuUsage(before).user / 1000, 300));
    assert.equal(openTasks.length, 999);
    assert.deepEqual((await store.read((tx) => tx.incidents.find({ dossierId: filed.dossierId }))).map(({ code }) => code), ['crowded']);
  });
});
