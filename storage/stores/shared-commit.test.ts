import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { account } from '../contract.ts';
import type { Store, Transaction } from '../store.ts';
import { sqliteKnex, sqliteStore } from './sqlite.ts';

describe('transactions that come at the same time', () => {
  let folder = '';
  let knex: Knex;
  let store: Store;
  let said: string[] = [];
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-shared-'));
    knex = sqliteKnex(path.join(folder, 'a.db'));
    store = sqliteStore('', knex);
    await store.migrate();
    said = [];
    knex.on('query', ({ sql }: { sql: string }) => void said.push(sql));
  });
  afterEach(async () => {
    await store.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const add = (name: string) => async (tx: Transaction): Promise<string> => {
    await tx.accounts.insert(account({ id: name, login: name }));
    if (name.startsWith('bad')) throw new Error(`no ${name}`);
    return name;
  };
  const names = () => store.read(async (tx) => (await tx.accounts.find({}, { order: [['id', 'asc']] })).map(({ id }) => id));
  const commits = () => said.filter((sql) => sql === 'COMMIT;').length;

  for (const [title, given] of [
    ['all of them good', ['a', 'b', 'c']],
    ['the first bad', ['bad1', 'a', 'b']],
    ['one in the middle bad', ['a', 'bad1', 'b']],
    ['the last bad', ['a', 'b', 'bad1']],
    ['most of them bad', ['bad1', 'bad2', 'a', 'bad3']],
    ['none of them good', ['bad1', 'bad2']],
  ] as const) {
    it(`share one commit, and each keeps its own outcome: ${title}`, async () => {
      const results = await Promise.allSettled(given.map((name) => store.transaction(add(name))));
      assert.deepEqual(results.map((result) => (result.status === 'fulfilled' ? result.value : (result.reason as Error).message)), given.map((name) => (name.startsWith('bad') ? `no ${name}` : name)));
      assert.ok(commits() <= given.filter((name) => !name.startsWith('bad')).length, `${commits()} commits`);
      assert.deepEqual(await names(), given.filter((name) => !name.startsWith('bad')));
    });
  }

  const refused = async (tx: Transaction): Promise<void> => {
    throw new Error(`refused, as there are ${await tx.accounts.count({})}`);
  };

  it('share one commit with those that were refused before they wrote anything', async () => {
    const results = await Promise.allSettled([store.transaction(add('a')), store.transaction(refused), store.transaction(add('b'))]);
    assert.deepEqual(results.map((result) => (result.status === 'fulfilled' ? result.value : (result.reason as Error).message)), ['a', 'refused, as there are 1', 'b']);
    assert.equal(commits(), 1);
  });

  it('are told nothing, good or bad, before the commit of all that went before', async () => {
    const told: string[] = [];
    const one = (name: string, work: (tx: Transaction) => Promise<unknown>) => store.transaction(work).then(() => told.push(`${name} after ${commits()}`), () => told.push(`${name} after ${commits()}`));
    await Promise.all([one('a', add('a')), one('refused', refused), one('bad', add('bad')), one('b', add('b'))]);
    assert.deepEqual(told, ['a after 1', 'refused after 1', 'bad after 1', 'b after 2']);
  });

  it('are done twice at most, however many of them fail', async () => {
    let done = 0;
    const counted = (name: string) => store.transaction((tx) => {
      done += 1;
      return add(name)(tx);
    });
    await Promise.allSettled(Array.from({ length: 60 }, (_, index) => counted(index % 3 === 2 ? `bad${index}` : `n${index}`)));
    assert.ok(done > 60 && done <= 120, `${done} times`);
    assert.equal((await names()).length, 40);
  });

  it('all fail when their commit does, and the next ones go on', async () => {
    let fails = true;
    knex.on('query', ({ sql }: { sql: string }) => {
      if (!fails || sql !== 'COMMIT;') return;
      fails = false;
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
    });
    const results = await Promise.allSettled([add('a'), refused, add('b')].map((work) => store.transaction<unknown>(work)));
    assert.deepEqual(results.map(({ status }) => status), ['rejected', 'rejected', 'rejected']);
    for (const result of results) assert.equal(((result as PromiseRejectedResult).reason as Error).name, 'StoreUnavailable');
    assert.equal(await store.transaction(add('c')), 'c');
    assert.deepEqual(await names(), ['c']);
  });

  it('see what those before them wrote', async () => {
    const count = (name: string) => store.transaction(async (tx) => {
      await add(name)(tx);
      return tx.accounts.count({});
    });
    assert.deepEqual(await Promise.all([count('a'), count('b'), count('c')]), [1, 2, 3]);
  });

  it('need few commits, however many they are, and none waits for more than a few others', async () => {
    const many = Array.from({ length: 200 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    await Promise.all(many.map((name) => store.transaction(add(name))));
    assert.ok(commits() > 1 && commits() <= 8, `${commits()} commits`);
    assert.deepEqual(await names(), many);
  });

  it('are kept once they were told, and otherwise whole or not at all, wherever their process is killed', async () => {
    const deaths: { readonly file: string; readonly told: readonly string[] }[] = [];
    const told: string[] = [];
    knex.on('query', () => {
      const file = path.join(folder, `death-${deaths.length}.db`);
      for (const suffix of ['', '-wal']) fs.copyFileSync(path.join(folder, 'a.db') + suffix, file + suffix);
      deaths.push({ file, told: [...told] });
    });
    const pair = (name: string) => store.transaction(async (tx) => {
      await add(`${name}-one`)(tx);
      await add(`${name}-two`)(tx);
    }).then(() => told.push(name), () => undefined);
    await Promise.all(['a', 'bad', 'b', 'c'].map(pair));
    await pair('d');
    assert.ok(deaths.length >= 20, `only ${deaths.length} places to die`);
    for (const [index, death] of deaths.entries()) {
      const left = sqliteStore(death.file);
      const kept = await left.read(async (tx) => (await tx.accounts.find({})).map(({ id }) => id));
      await left.close();
      const whole = ['a', 'b', 'c', 'd'].filter((name) => kept.includes(`${name}-one`));
      assert.deepEqual(kept.toSorted(), whole.flatMap((name) => [`${name}-one`, `${name}-two`]), `killed before statement ${index}`);
      for (const name of death.told) assert.ok(whole.includes(name), `${name} was told before statement ${index}, but is not kept`);
    }
  });

  it('cannot be used when they are over', async () => {
    let late: Transaction | undefined;
    await store.transaction(async (tx) => void (late = tx));
    await assert.rejects(late!.accounts.count({}), /it is over/);
  });
});
