import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { openTables } from '../storage/stores/knex-transaction.ts';
import { sessionOf } from '../storage/stores/sqlite-session.ts';
import type { Connection } from '../storage/stores/sqlite-session.ts';
import { sqliteStore } from '../storage/stores/sqlite.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { chartDeeds } from './testing/chart-deeds.ts';
import { deeds, sharedDeeds } from './testing/deeds.ts';
import type { Deed } from './testing/deeds.ts';
import { house } from './testing/house.ts';
import { leaveBehind, watchedSqlite } from './testing/house-on-disk.ts';
import { faultsAfterRepeat, shapeOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

/** Where a process may die: before each statement (BEGIN and COMMIT too), before and after each call outside, before the answer. */
interface Death {
  readonly deed: Deed;
  readonly before: string;
  readonly file: string;
  /** What the house has once the deed was done without a death. */
  undisturbed: string;
  /** Whether the caller had been, or could have been, told of success. */
  readonly acknowledged: boolean;
}

/** Lives through all deeds once and keeps what a process killed at each boundary would have left. */
async function deathsOf(folder: string, life: readonly Deed[], flaw: (store: Store, watched: ReturnType<typeof watchedSqlite>) => Store = (store) => store): Promise<Death[]> {
  const file = path.join(folder, 'life.db');
  const deaths: Death[] = [];
  let now: Deed | undefined;
  const die = (before: string): void => {
    if (now === undefined) return;
    const copy = path.join(folder, `death-${deaths.length}.db`);
    leaveBehind(file, copy);
    deaths.push({ deed: now, before, file: copy, undisturbed: '', acknowledged: before === 'the answer' });
  };
  const watched = watchedSqlite(file, die);
  try {
    await watched.store.migrate();
    await settle(watched.store);
    const h = house(flaw(watched.store, watched), 'life');
    h.printer = async ({ key }) => {
      die('the call outside');
      await Promise.resolve();
      die('the call’s result');
      return { done: { letter: key } };
    };
    for (const deed of life) {
      h.set(deed.at);
      const run = await deed.ready(h);
      const from = deaths.length;
      now = deed;
      const answer = await run();
      die('the answer');
      now = undefined;
      assert.ok(answer === undefined || answer.ok, `${deed.name}: ${JSON.stringify(answer)}`);
      const undisturbed = await shapeOf(h);
      for (const death of deaths.slice(from)) death.undisturbed = undisturbed;
    }
  } finally {
    await watched.store.close();
  }
  return deaths;
}

/** Each statement is kept at once: the mistake that transactions are there to prevent. */
async function withoutTransaction<Result>(knex: Knex, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const connection = (await knex.client.acquireConnection()) as Connection;
  try {
    return await work(openTables(sessionOf(knex, connection).session));
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

async function faultsAfter({ deed, file, undisturbed, acknowledged }: Death, seed: string): Promise<string[]> {
  const store = sqliteStore(file);
  const h = house(store, seed);
  h.set(deed.at);
  try {
    const kept = deed.machine === true || (await store.read((tx) => tx.idempotency.count({ key: deed.name }))) === 1;
    const lost = acknowledged && !kept ? ['lost: it was answered, but it is not kept'] : [];
    return [...lost, ...(await faultsAfterRepeat(h, deed, undisturbed))];
  } finally {
    await store.close();
    fs.rmSync(file, { force: true });
  }
}

async function faultsAfterAll(deaths: readonly Death[]): Promise<string[]> {
  const found: string[] = [];
  for (const [index, death] of deaths.entries()) {
    for (const fault of await faultsAfter(death, `after-${index}`)) found.push(`${death.deed.name}, killed before ${death.before}: ${fault}`);
  }
  return found;
}

describe('a process killed on SQLite', function () {
  this.timeout(300_000);
  let folder = '';
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-kill-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('before any statement, commit, outside call or answer of any command loses nothing and doubles nothing', async () => {
    const deaths = await deathsOf(folder, deeds);
    assert.ok(deaths.length > 200, `only ${deaths.length} places to die`);
    assert.deepEqual(await faultsAfterAll(deaths), []);
  });

  it('in any state of a statechart leaves it with its timers, jobs and way back', async () => {
    const deaths = await deathsOf(folder, chartDeeds);
    assert.ok(deaths.length > 150, `only ${deaths.length} places to die`);
    assert.match(deaths.at(-1)!.undisturbed, /"state": 9,[^]*"state": 8,/, 'one is signed, the other given up');
    // every third place: the statements themselves are tried above, here it is the state that counts
    assert.deepEqual(await faultsAfterAll(deaths.filter((_, index) => index % 3 === 0)), []);
  });

  it('before any statement of what several dossiers share does all of it once', async () => {
    const deaths = await deathsOf(folder, sharedDeeds);
    // Every third place: they share few transactions, before whose end all places are alike.
    const shared = deaths.filter(({ deed }, index) => deed.machine === true && index % 3 === 0);
    assert.ok(shared.length > 30, `only ${shared.length} places to die`);
    assert.deepEqual(await faultsAfterAll(shared), []);
  });

  const flaws: [string, (store: Store, watched: ReturnType<typeof watchedSqlite>) => Store][] = [
    ['no transaction around a command', (store, { knex }) => ({ ...store, transaction: (work) => withoutTransaction(knex, work) })],
    ['no answer kept for a repeat', (store) => ({
      ...store,
      transaction: (work) => store.transaction((tx) => {
        const idempotency = { ...tx.idempotency, count: async () => 0, insert: async () => {} };
        return work(new Proxy(tx, { get: (target, name) => (name === 'idempotency' ? idempotency : Reflect.get(target, name)) }));
      }),
    })],
  ];
  for (const [flaw, make] of flaws) {
    it(`would be noticed to do harm if there were ${flaw}`, async () => {
      const deaths = (await deathsOf(folder, deeds, make)).filter(({ deed }) => ['file', 'claim', 'accept'].includes(deed.name));
      assert.ok((await faultsAfterAll(deaths)).length > 0, 'the flaw was not noticed: this test proves nothing');
    });
  }
});

