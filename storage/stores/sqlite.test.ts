import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { account } from '../contract.ts';
import type { Transaction } from '../store.ts';
import { StoreUnavailable } from './unavailable.ts';
import { sqliteKnex, sqliteStore } from './sqlite.ts';

describe('SQLite', () => {
  let folder = '';
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-sqlite-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('keeps synchronous=FULL and foreign keys on every new connection, also after writing', async () => {
    const file = path.join(folder, 'a.db');
    for (let opening = 0; opening < 3; opening += 1) {
      const store = sqliteStore(file);
      await store.migrate();
      await store.transaction((tx) => tx.accounts.insert(account()));
      await store.check();
      await store.close();
    }
  });

  for (const [pragma, word] of [['synchronous = 1', 'synchronous = 2'], ['foreign_keys = 0', 'foreign_keys = 1'], ['journal_mode = delete', 'journal_mode = wal']] as const) {
    it(`is refused at boot with ${pragma}`, async () => {
      const knex = sqliteKnex(path.join(folder, 'a.db'));
      const store = sqliteStore('', knex);
      await store.migrate();
      await knex.raw(`pragma ${pragma}`);
      await assert.rejects(store.check(), new RegExp(`expected SQLite to have ${word}`));
      await store.close();
    });
  }

  it('lets a second process wait for its turn to write', async () => {
    const file = path.join(folder, 'a.db');
    const [one, two] = [sqliteStore(file), sqliteStore(file)];
    await one.migrate();
    for (let round = 0; round < 20; round += 1) {
      for (const store of [one, two]) {
        await store.transaction(async (tx) => {
          const before = await tx.accounts.count({});
          await tx.accounts.insert(account({ login: `n${before}` }));
        });
      }
    }
    assert.equal(await two.read((tx) => tx.accounts.count({})), 40);
    await one.close();
    await two.close();
  });

  it('waits for another process that writes without holding up who reads', async () => {
    const file = path.join(folder, 'a.db');
    const [one, other] = [sqliteStore(file), sqliteKnex(file)];
    await one.migrate();
    const trx = await other.transaction();
    const writing = one.transaction((tx) => tx.accounts.insert(account()));
    assert.equal(await one.read((tx) => tx.accounts.count({})), 0);
    await trx.commit();
    await writing;
    assert.equal(await one.read((tx) => tx.accounts.count({})), 1);
    await one.close();
    await other.destroy();
  });

  describe('on a full disk', () => {
    const large = 'x'.repeat(50_000);
    const cases: Readonly<Record<string, (tx: Transaction) => Promise<unknown>>> = {
      'fails': async (tx) => {
        await tx.accounts.insert(account({ login: 'before' }));
        await tx.accounts.insert(account({ name: large }));
      },
      'fails while it does something else at once': async (tx) => {
        await tx.accounts.insert(account({ login: 'before' }));
        await Promise.all([tx.accounts.insert(account({ name: large })), tx.accounts.insert(account({ login: 'beside' }))]);
      },
      'fails and takes no notice': async (tx) => {
        await tx.accounts.insert(account({ login: 'before' }));
        await tx.accounts.insert(account({ name: large })).catch(() => undefined);
        await tx.accounts.insert(account({ login: 'after' })).catch(() => undefined);
      },
    };
    for (const [what, work] of Object.entries(cases)) {
      it(`a transaction that ${what} keeps nothing, nor do those that share its commit, and all are told so`, async () => {
        const file = path.join(folder, 'a.db');
        const knex = sqliteKnex(file);
        const store = sqliteStore(file, knex);
        await store.migrate();
        await store.transaction((tx) => tx.accounts.insert(account({ login: 'first' })));
        await knex.raw('pragma max_page_count = 1'); // As many as there are.
        const small = () => store.transaction((tx) => tx.accounts.insert(account()));
        const told = await Promise.allSettled([small(), store.transaction(work), small()]);
        const kept = () => store.read((tx) => tx.accounts.count({}));
        assert.ok(told[1].status === 'rejected' && told[1].reason instanceof StoreUnavailable, JSON.stringify(told));
        assert.equal(await kept(), 1 + told.filter(({ status }) => status === 'fulfilled').length);
        for (const one of told) assert.ok(one.status === 'fulfilled' || one.reason instanceof StoreUnavailable);
        await knex.raw('pragma max_page_count = 1000000');
        await store.transaction(work);
        await store.close();
      });
    }
  });

  it('is told as unavailable when another process writes for long, and as itself again afterwards', async () => {
    const file = path.join(folder, 'a.db');
    const [one, other] = [sqliteStore(file), sqliteKnex(file)];
    await one.migrate();
    const trx = await other.transaction();
    await assert.rejects(one.transaction((tx) => tx.accounts.insert(account())), StoreUnavailable);
    await trx.commit();
    await one.transaction((tx) => tx.accounts.insert(account()));
    await one.close();
    await other.destroy();
  });
});
