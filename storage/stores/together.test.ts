import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { runs } from '../../engine/testing/runs.ts';
import { account } from '../contract.ts';
import type { Store, Transaction } from '../store.ts';
import { nextNumber } from '../tables/registers.ts';
import { ways } from '../testing/stores.ts';
import { memoryStore } from './memory.ts';
import { sharedCommit } from './shared-commit.ts';
import type { Writer } from './shared-commit.ts';
import { sqliteKnex, sqliteStore, sqliteWriter } from './sqlite.ts';
import { wake } from './wake.ts';

/** What one transaction does: it takes a number, writes so many rows, and throws, or not, before or after. Whether it does may rest on what others did. */
interface Deed {
  readonly rows: number;
  readonly fails: 'never' | 'before it writes' | 'after it wrote' | 'where a row is already there' | 'at every second number';
}

const deed: fc.Arbitrary<Deed> = fc.record({
  rows: fc.nat({ max: 3 }),
  fails: fc.oneof(
    { weight: 3, arbitrary: fc.constant('never' as const) },
    { weight: 2, arbitrary: fc.constantFrom('before it writes' as const, 'after it wrote' as const, 'where a row is already there' as const, 'at every second number' as const) },
  ),
});

/** `turns` remembers in which order they came to take their number: on PostgreSQL several are at work at once. */
const doing = ({ rows, fails }: Deed, name: string, turns: Map<string, number>) => async (tx: Transaction): Promise<string> => {
  await tx.accounts.count({});
  if (fails === 'before it writes') throw new Error(`${name} is refused`);
  const number = await nextNumber(tx, scope.unitId, scope.register, scope.period);
  turns.delete(name);
  turns.set(name, number);
  const before = await tx.accounts.count({ kind: 'citizen' });
  for (let row = 0; row < rows; row += 1) await tx.accounts.insert(account({ id: `${name}-${row}`, login: `${name}-${row}` }));
  if (fails === 'after it wrote' || (fails === 'at every second number' && number % 2 === 0)) throw new Error(`${name} failed as number ${number}, with ${before} before it`);
  if (fails === 'where a row is already there') await tx.accounts.insert(account({ id: 'there' }));
  return `${name} is number ${number}, with ${before} before it`;
};

type Run = (deeds: readonly Deed[], turns: Map<string, number>) => Promise<{ readonly told: readonly string[]; readonly kept: readonly string[] }>;

const told = (one: PromiseSettledResult<string>): string => (one.status === 'fulfilled' ? one.value : String((one.reason as Error).message));

const kept = (store: Store): Promise<string[]> => store.read(async (tx) => {
  const rows = await tx.accounts.find({}, { order: [['id', 'asc']] });
  return [...rows.map(({ id }) => id), ...(await tx.registers.find({})).map(({ last }) => `last ${last}`)];
});

const scope = { unitId: 'unit', register: 'turn', period: '2026' };

const begin = (store: Store): Promise<void> => store.transaction(async (tx) => {
  await tx.accounts.remove({});
  await tx.registers.remove({});
  await tx.accounts.insert(account({ id: 'there' }));
});

const named = (deeds: readonly Deed[]): [Deed, string][] => deeds.map((one, index) => [one, `n${String(index).padStart(2, '0')}`]);

const atOnce = (store: Store): Run => async (deeds, turns) => {
  await begin(store);
  const all = await Promise.allSettled(named(deeds).map(([one, name]) => store.transaction(doing(one, name, turns))));
  return { told: all.map(told), kept: await kept(store) };
};

/** The same one by one, in the order in which they took their turns; who took none may be anywhere. */
const oneByOne = async (deeds: readonly Deed[], turns: Map<string, number>): Promise<Awaited<ReturnType<Run>>> => {
  const store = memoryStore();
  await begin(store);
  const order = [...turns.keys()];
  const answers = new Map<string, string>();
  for (const [one, name] of named(deeds).toSorted(([, a], [, b]) => order.indexOf(a) - order.indexOf(b))) {
    const [answer] = await Promise.allSettled([store.transaction(doing(one, name, new Map()))]);
    answers.set(name, told(answer));
  }
  return { told: named(deeds).map(([, name]) => answers.get(name)!), kept: await kept(store) };
};

/** Holds where all come out as one by one; `inOrder`: in the order in which they came. */
const property = (run: Run, inOrder: boolean) => fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
  const turns = new Map<string, number>();
  const found = await run(deeds, turns);
  const order = [...turns.keys()];
  if (inOrder) assert.deepEqual(order, order.toSorted());
  assert.deepEqual(found, await oneByOne(deeds, turns));
});

describe('transactions that come at once, some of which fail', function () {
  this.timeout(120_000);

  for (const way of ways) {
    it(`come out as one by one (${way.kind})`, async function () {
      const opened = await way.open();
      if (opened === null) return this.skip();
      await fc.assert(property(atOnce(opened.store), way.kind !== 'postgres'), runs(40));
      await opened.drop();
    });
  }

  const flaws: Readonly<Record<string, (writer: Writer<Transaction>) => Writer<Transaction>>> = {
    'what a failed one wrote was not taken back': (writer) => ({ ...writer, rollback: () => writer.commit() }),
    'it was not noticed that a failed one wrote': (writer) => ({
      ...writer,
      open: () => {
        const { tx, end } = writer.open();
        return { tx, end: () => ({ ...end(), wrote: false }) };
      },
    }),
  };
  for (const [flaw, make] of Object.entries(flaws)) {
    it(`would be noticed if ${flaw}`, async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-together-'));
      const knex = sqliteKnex(path.join(folder, 'a.db'));
      const store = sqliteStore('', knex);
      await store.migrate();
      const flawed = { ...store, transaction: sharedCommit(async () => make(await sqliteWriter(knex, wake()))) };
      const { failed } = await fc.check(property(atOnce(flawed), true), { numRuns: 200 });
      await store.close();
      fs.rmSync(folder, { recursive: true, force: true });
      assert.ok(failed, 'the flaw was not noticed: this test proves nothing');
    });
  }
});
