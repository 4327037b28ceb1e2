import assert from 'node:assert/strict';
import { account } from '../contract.ts';
import type { Transaction } from '../store.ts';
import { AlreadyThere } from '../table.ts';
import { createDatabase, dropDatabase } from '../testing/postgres.ts';
import { postgresKnex, postgresStore } from './postgres.ts';
import { StoreUnavailable } from './unavailable.ts';

describe('PostgreSQL', function () {
  this.timeout(120_000);
  let database: Awaited<ReturnType<typeof createDatabase>> = null;
  before(async function () {
    database = await createDatabase();
    if (database === null) this.skip();
  });
  after(async () => {
    if (database !== null) await dropDatabase(database.name);
  });
  const url = (): string => database?.url ?? '';

  it('that is not there is told as unavailable within two seconds', async () => {
    const store = postgresStore('postgres://postgres@127.0.0.1:1/none');
    const from = Date.now();
    await assert.rejects(store.transaction((tx) => tx.units.count({})), StoreUnavailable);
    assert.ok(Date.now() - from < 2_000);
    await store.close();
  });

  it('that throws out all connections is used again at once, without a restart', async () => {
    const knex = postgresKnex(url());
    const store = postgresStore(url(), {}, knex);
    await store.migrate();
    const woken: number[] = [];
    const stop = store.onWork(() => woken.push(1));
    assert.equal(await store.read((tx) => tx.units.count({})), 0);
    const other = postgresKnex(url());
    await other.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await other.destroy();
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => store.read((tx) => tx.units.count({}))));
    for (const answer of answers) if (answer.status === 'rejected') assert.ok(answer.reason instanceof StoreUnavailable, String(answer.reason));
    assert.equal(await store.read((tx) => tx.units.count({})), 0);
    // The listening connection comes back by itself, too.
    woken.length = 0;
    for (let tries = 0; tries < 60 && woken.length === 0; tries += 1) {
      await store.transaction((tx) => tx.posts.set({ id: 'none' }, { runAt: 't' }));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.ok(woken.length > 0);
    stop();
    await store.close();
  });

  it('gives up a statement that takes too long', async () => {
    const knex = postgresKnex(url(), { statementTimeout: 200 });
    const store = postgresStore(url(), {}, knex);
    await assert.rejects(store.transaction(() => knex.raw('select pg_sleep(5)')), StoreUnavailable);
    await store.close();
  });

  it('puts two transactions that lock each other out in an order by itself', async () => {
    const store = postgresStore(url());
    await store.migrate();
    const scope = { unitId: 'u', period: 'p' };
    await store.transaction(async (tx) => {
      for (const register of ['a', 'b']) await tx.registers.insertIfAbsent({ ...scope, register, last: 0 });
    });
    const both = (first: string, second: string): Promise<number> => store.transaction(async (tx) => {
      await tx.registers.first({ ...scope, register: first }, { lock: 'wait' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.registers.first({ ...scope, register: second }, { lock: 'wait' });
      return tx.registers.update({ ...scope, register: second }, { last: 1 });
    });
    assert.deepEqual(await Promise.all([both('a', 'b'), both('b', 'a')]), [1, 1]);
    await store.close();
  });

  describe('what is said in one piece with a write that fails', () => {
    const twin = account();
    const cases: Readonly<Record<string, (tx: Transaction) => Promise<void>>> = {
      'the commit': async (tx) => tx.accounts.insert(twin),
      'another write, and the commit': async (tx) => {
        void tx.accounts.insert(twin);
        void tx.accounts.insert(account({ login: 'beside' }));
      },
      'the word that takes all back': async (tx) => {
        void tx.accounts.insert(twin);
        throw new AlreadyThere('accounts');
      },
      'what the server has not seen yet': async (tx) => {
        void tx.accounts.insert(twin);
        await tx.accounts.count({ login: 'new', language: 'vi', active: true });
      },
    };
    for (const [what, work] of Object.entries(cases)) {
      it(`is not done, and the connection is as good as before: ${what}`, async () => {
        const store = postgresStore(url(), { connections: 1 });
        await store.migrate();
        await store.transaction(async (tx) => {
          await tx.accounts.remove({});
          await tx.accounts.insert(twin);
        });
        for (let turn = 0; turn < 2; turn += 1) await assert.rejects(store.transaction(work), AlreadyThere);
        await store.transaction(async (tx) => {
          await tx.accounts.insert(account({ login: 'afterwards' }));
          await tx.accounts.count({ login: 'new', language: 'vi', active: true });
        });
        assert.deepEqual(await store.read(async (tx) => (await tx.accounts.find({}, { order: [['login', 'asc']] })).map(({ login }) => login)), [twin.login, 'afterwards'].toSorted());
        await store.close();
      });
    }
  });
});
