import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { runs } from '../../engine/testing/runs.ts';
import { account, dossier, task } from '../contract.ts';
import type { Store, Transaction } from '../store.ts';
import { among } from '../table.ts';
import { accounts } from '../tables/accounts.ts';
import { memoryStore } from './memory.ts';
import { Remembered } from './remembered.ts';
import { sqliteKnex, sqliteStore } from './sqlite.ts';

const DOSSIERS = ['d0', 'd1'];
const STATES = ['open', 'completed', 'cancelled'] as const;

interface Write {
  readonly what: 'add' | 'add if absent' | 'close one' | 'claim where not done' | 'give everybody\'s' | 'rename late ones' | 'remove' | 'move the dossier' | 'dismiss or take back' | 'give a role';
  readonly dossierId: string;
  readonly number: number;
  readonly status: (typeof STATES)[number];
}
/** What is written together, and by whom. */
interface Deed {
  readonly by: 'the store' | 'the store, taken back' | 'another process' | 'this connection, past the store';
  readonly writes: readonly Write[];
}

const write: fc.Arbitrary<Write> = fc.record({
  what: fc.constantFrom('add', 'add', 'add if absent', 'close one', 'claim where not done', 'give everybody\'s', 'rename late ones', 'remove', 'move the dossier', 'dismiss or take back', 'give a role'),
  dossierId: fc.constantFrom(...DOSSIERS), number: fc.nat({ max: 3 }), status: fc.constantFrom(...STATES),
});
const deed: fc.Arbitrary<Deed> = fc.record({
  by: fc.constantFrom('the store', 'the store', 'the store', 'the store, taken back', 'another process', 'this connection, past the store'),
  writes: fc.array(write, { minLength: 1, maxLength: 3 }),
});

async function done(tx: Transaction, { what, dossierId, number, status }: Write, turn: string): Promise<void> {
  const id = `${dossierId}-${number}`;
  const row = task(dossierId, { id, status, claimedBy: number === 0 ? 'a' : null });
  if (what === 'add') return (await tx.tasks.count({ id })) > 0 ? undefined : tx.tasks.insert(row);
  if (what === 'add if absent') return void await tx.tasks.insertIfAbsent(row);
  if (what === 'close one') return tx.tasks.set({ dossierId, id, status: 'open' }, { status, closedAt: turn });
  if (what === 'claim where not done') return void await tx.tasks.update({ dossierId, status: { in: ['open', 'cancelled'] } }, { claimedBy: turn });
  if (what === 'give everybody\'s') return tx.tasks.set({ claimedBy: null }, { status, claimedAt: turn });
  if (what === 'rename late ones') return tx.tasks.set({ dossierId, id: { gt: id } }, { name: { vi: turn, en: turn }, status });
  if (what === 'remove') return void await tx.tasks.remove({ dossierId, id });
  if (what === 'move the dossier') return tx.dossiers.setOne({ id: dossierId, version: (await tx.dossiers.first({ id: dossierId }))!.version }, { state: number + 1, version: number, data: { turn } });
  if (what === 'dismiss or take back') return void await tx.accounts.update({ id: 'a' }, { active: number > 1 });
  await tx.roleAssignments.insertIfAbsent({ id: `r${number}`, accountId: 'a', role: 'handler', unitId: 'u', validFrom: 't', validTo: null, delegatedBy: null, document: null, createdAt: 't', createdBy: 'a' });
}

/** Asked as rooms ask, of both dossiers. */
async function asked(tx: Transaction): Promise<unknown> {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const of = async (dossierId: string): Promise<unknown> => [
    await tx.dossiers.first({ id: dossierId }),
    byId(await tx.tasks.find({ dossierId, status: 'open' })), byId(await tx.tasks.find({ dossierId })), byId(await tx.tasks.find({ dossierId, claimedBy: null })),
    byId(await tx.tasks.find({ dossierId, status: { in: ['open', 'cancelled'] } })), await tx.tasks.first({ dossierId, status: 'open' }, { order: [['id', 'desc']] }),
    await tx.tasks.first({ dossierId, id: `${dossierId}-0` }),
  ];
  return [await Promise.all(DOSSIERS.map(of)), byId(await tx.roleAssignments.find({ accountId: among(accounts, 'id', { id: 'a', active: true }) })), await tx.accounts.first({ id: 'a' })];
}

async function begin(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.calendars.insert({ id: 'c', name: 'c', data: {}, revision: 1, updatedAt: 't', updatedBy: 'a' });
    await tx.units.insert({ id: 'u', code: 'u', kind: 'ward', name: { vi: 'u', en: 'u' }, parentId: null, calendarId: 'c', validFrom: 't', validTo: null });
    await tx.accounts.insert(account({ id: 'a' }));
    for (const id of DOSSIERS) await tx.dossiers.insert({ ...dossier(id), version: 0 });
  });
}

/** What the store answers after each deed, in and after its transaction, beside what a store answers that remembers nothing. */
async function compared(deeds: readonly Deed[]): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-remembered-'));
  const file = path.join(folder, 'a.db');
  const knex = sqliteKnex(file);
  const [store, other, plain] = [sqliteStore(file, knex), sqliteStore(file), memoryStore()];
  try {
    await store.migrate();
    for (const one of [store, plain]) await begin(one);
    for (const [index, { by, writes }] of deeds.entries()) {
      const doing = async (tx: Transaction): Promise<unknown> => {
        const seen: unknown[] = [];
        for (const one of writes) {
          await done(tx, one, `turn ${index}`);
          seen.push(await asked(tx));
        }
        if (by === 'the store, taken back') throw new Error(JSON.stringify(seen));
        return seen;
      };
      if (by === 'this connection, past the store') {
        const { dossierId, status } = writes[0]!;
        await knex('tasks').where({ dossier_id: dossierId }).update({ status });
        await plain.transaction((tx) => tx.tasks.set({ dossierId }, { status }));
      } else {
        const seen = await (by === 'another process' ? other : store).transaction(doing).catch((error: unknown) => (error as Error).message);
        assert.deepEqual(seen, await plain.transaction(doing).catch((error: unknown) => (error as Error).message));
      }
      assert.deepEqual(await store.read(asked), await plain.read(asked));
    }
  } finally {
    for (const one of [store, other]) await one.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const property = fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), compared);

describe('what SQLite answered before and is remembered', function () {
  this.timeout(240_000);

  it('is what it would answer, whoever wrote meanwhile, and whatever was taken back', async () => {
    await fc.assert(property, runs(25));
  });

  it('is not changed by whoever sorts their own list of it', async () => {
    const store = sqliteStore(':memory:');
    await store.migrate();
    await begin(store);
    await store.transaction(async (tx) => {
      for (const number of [0, 1]) await tx.tasks.insert(task('d0', { id: `d0-${number}` }));
      const first = await tx.tasks.find({ dossierId: 'd0', status: 'open' });
      first.length = 0;
      assert.equal((await tx.tasks.find({ dossierId: 'd0', status: 'open' })).length, 2);
    });
    await store.close();
  });

  for (const flaw of ['forget', 'inserted', 'changed', 'removed'] as const) {
    it(`would be noticed to be wrong without "${flaw}"`, async () => {
      const kept = Remembered.prototype[flaw];
      Object.assign(Remembered.prototype, { [flaw]: () => {} });
      try {
        const { failed } = await fc.check(property, { numRuns: 60, endOnFailure: true });
        assert.ok(failed, 'the flaw was not noticed: this test proves nothing');
      } finally {
        Object.assign(Remembered.prototype, { [flaw]: kept });
      }
    });
  }
});
