import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { runs } from '../engine/testing/runs.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { memoryStore } from '../storage/stores/memory.ts';
import type { Rows } from '../storage/table.ts';
import { tables } from '../storage/tables/registry.ts';
import { ways } from '../storage/testing/stores.ts';
import type { Opened } from '../storage/testing/stores.ts';
import { filing, house, MORNING } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { faultsOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

type Move =
  | { readonly do: 'file'; readonly good: boolean }
  | { readonly do: 'step'; readonly act: 'claim' | 'release' | 'complete'; readonly who: string; readonly which: number; readonly data: object }
  | { readonly do: 'pay' | 'withdraw' | 'retry' | 'skip' | 'transfer' | 'undo'; readonly which: number }
  | { readonly do: 'move'; readonly which: number; readonly cancel: number; readonly element: string }
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'work' }
  | { readonly do: 'repeat' };

const who = fc.constantFrom('rita', 'ron', 'hai', 'son', 'an');
const data = fc.constantFrom(
  { outcome: 'accept' }, { outcome: 'supplement', items: [{ target: 'field', path: 'work.footprint', remark: 'Sai' }] },
  { changes: { 'work.footprint': 61 } }, { changes: { 'work.footprint': 'x' } }, {},
);
const which = fc.nat({ max: 5 });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('file' as const), good: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('step' as const), act: fc.constantFrom('complete' as const, 'complete' as const, 'claim' as const, 'release' as const), who, which, data }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'pay' as const, 'withdraw' as const, 'retry' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('skip' as const, 'transfer' as const, 'undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which, cancel: which, element: fc.constantFrom('reception', 'fork', 'pay', 'examination', 'appraisal', 'signing', 'done') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 60, 400) }) },
  { weight: 4, arbitrary: fc.constant({ do: 'work' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'repeat' as const }) },
);

/** Plays the moves on one store; the same moves ask for the same ids everywhere. Answers all answers. */
async function play(h: House, moves: readonly Move[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  let now = MORNING;
  let last: () => Promise<unknown> = async () => undefined;
  for (const one of moves) {
    if (one.do !== 'repeat') last = await ready(h, one);
    if (one.do === 'wait') h.set((now = new Date(Date.parse(now) + one.hours * 3_600_000).toISOString()));
    answers.push(await last());
  }
  return answers;
}

async function ready(h: House, move: Exclude<Move, { do: 'repeat' }>): Promise<() => Promise<unknown>> {
  const key = h.keys();
  if (move.do === 'file') return () => h.runtime.file(filing(key, move.good ? {} : { application: {} }));
  if (move.do === 'wait') return async () => undefined;
  if (move.do === 'work') return () => h.runtime.work({ batch: 1 });
  if (move.do === 'transfer') {
    const [from, to, mapping] = move.which % 2 === 0 ? ['permit-1', 'permit-2', { examination: 'appraisal' }] as const : ['permit-2', 'permit-1', { appraisal: 'examination' }] as const;
    return () => h.runtime.startTransfer({ actor: 'admin', key, from, to, mapping: { ...mapping }, reason: 'x', confirmed: move.which > 2 });
  }
  if (move.do === 'undo') {
    const transfers = await h.store.read((tx) => tx.transfers.find({}, { order: [['id', 'asc']] }));
    return () => h.runtime.undoTransfer({ actor: 'admin', key, transferId: transfers[move.which % Math.max(1, transfers.length)]?.id ?? 'none', reason: 'x' });
  }
  const [tasks, dossiers, incidents] = await h.store.read(async (tx) => [
    await tx.tasks.find({}, { order: [['status', 'desc'], ['id', 'asc']] }), await tx.dossiers.find({}, { order: [['id', 'asc']] }), await tx.incidents.find({}, { order: [['dossierId', 'asc'], ['incident', 'asc']] }),
  ] as const);
  if (move.do === 'step') {
    const command = { actor: move.who, key, taskId: tasks[move.which % Math.max(1, tasks.length)]?.id ?? 'none' };
    if (move.act === 'claim') return () => h.runtime.claimTask(command);
    if (move.act === 'release') return () => h.runtime.releaseTask({ ...command, force: true });
    return () => h.runtime.completeTask({ ...command, data: move.data as never });
  }
  const dossierId = dossiers[move.which % Math.max(1, dossiers.length)]?.id ?? 'none';
  if (move.do === 'pay') return () => h.runtime.message({ actor: 'bank', key, dossierId, name: 'payment.settled', keys: { dossier: dossierId } });
  if (move.do === 'withdraw') return () => h.runtime.withdraw({ actor: 'an', key, dossierId, reason: 'x' });
  if (move.do === 'move') {
    const tokens = dossiers[move.which % Math.max(1, dossiers.length)]?.progress.tokens ?? [];
    const token = tokens[move.cancel % Math.max(1, tokens.length)];
    return () => h.runtime.move({ actor: 'admin', key, dossierId, cancel: token === undefined ? [] : [token.id], begin: [{ place: 'before', element: move.element }], reason: 'x' });
  }
  const incident = incidents[move.which % Math.max(1, incidents.length)];
  const command = { actor: 'admin', key, dossierId: incident?.dossierId ?? 'none', incident: incident?.incident ?? 0 };
  if (move.do === 'skip') return () => h.runtime.skipIncident({ ...command, reason: 'x' });
  return () => h.runtime.retryIncident({ ...command, data: { reception: { outcome: 'accept' } } });
}

/** Every row of every table, in an order of its own. */
function everything(store: Store): Promise<Record<string, string[]>> {
  return store.read(async (tx) => {
    const all: Record<string, string[]> = {};
    for (const name of Object.keys(tables)) {
      const rows = await (tx[name as keyof Transaction] as unknown as Rows<object>).find({});
      all[name] = rows.map((row) => JSON.stringify(row)).toSorted();
    }
    return all;
  });
}

/** What others point to is removed last. */
const POINTED_TO = ['journal', 'checkpoints', 'dossiers', 'units', 'accounts', 'calendars'];

function empty(store: Store): Promise<void> {
  return store.transaction(async (tx) => {
    const others = Object.keys(tables).filter((name) => !POINTED_TO.includes(name));
    for (const name of [...others, ...POINTED_TO]) await (tx[name as keyof Transaction] as unknown as Rows<object>).remove({});
  });
}

describe('any sequence of commands', function () {
  this.timeout(300_000);
  let opened: Opened[] = [];
  before(async () => {
    opened = (await Promise.all(ways.map((way) => way.open()))).filter((one): one is Opened => one !== null);
  });
  after(() => Promise.all(opened.map(({ drop }) => drop())));

  it('gives the same answers and the same rows on memory, SQLite and PostgreSQL, and a whole record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 18 }), async (moves) => {
        const played = await Promise.all(opened.map(async ({ store }) => {
          await empty(store);
          await settle(store);
          const h = house(store, 'random');
          const answers = await play(h, [{ do: 'file', good: true }, ...moves]);
          assert.deepEqual(await faultsOf(h), []);
          return { answers, rows: await everything(store) };
        }));
        for (const other of played.slice(1)) assert.deepEqual(other, played[0]);
      }),
      { numRuns: 15 },
    );
  });

  it('comes to the same when each transaction is taken back and done again, as those are that share a commit with one that fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 18 }), async (moves) => {
        const played = await Promise.all([false, true].map(async (twice) => {
          let ids = 0;
          const plain = memoryStore();
          const store = twice ? doneAgain(plain, () => ids, (before) => (ids = before)) : plain;
          await settle(plain);
          const h = house(store, 'again', { newId: () => `id-${String((ids += 1)).padStart(24, '0')}` });
          const answers = await play(h, [{ do: 'file', good: true }, ...moves]);
          return { answers, rows: await everything(store), printed: h.printed, delivered: h.delivered, logged: h.logged };
        }));
        assert.deepEqual(played[1], played[0]);
      }),
      runs(30),
    );
  });
});

/** Ids are given again, so that what is kept can be compared. */
const doneAgain = (store: Store, idsGiven: () => number, giveAgainFrom: (before: number) => unknown): Store => ({
  ...store,
  transaction: async (work) => {
    const before = idsGiven();
    const takenBack = new Error('taken back');
    await store.transaction((tx) => work(tx).then(() => Promise.reject(takenBack))).catch(() => undefined);
    giveAgainFrom(before);
    return store.transaction(work);
  },
});
