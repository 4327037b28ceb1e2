import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../storage/store.ts';
import { postgresStore } from '../storage/stores/postgres.ts';
import { sqliteStore } from '../storage/stores/sqlite.ts';
import { createDatabase, dropDatabase } from '../storage/testing/postgres.ts';
import { deeds } from './testing/deeds.ts';
import type { Deed } from './testing/deeds.ts';
import { house } from './testing/house.ts';
import { leaveBehind } from './testing/house-on-disk.ts';
import { faultsAfterRepeat, shapeOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

const CHILD = fileURLToPath(new URL('testing/kill-child.ts', import.meta.url));
/** A real kill takes most of a second, so here only every few statements; kill.test.ts and cut.test.ts try them all. */
const EVERY = 5;

/** Does the deed in processes that kill themselves later and later, until one lives; answers how many died. */
function killLaterAndLater(kind: 'sqlite' | 'postgres', place: (n: number) => string, deed: Deed): number[] {
  const died: number[] = [];
  for (let n = 1; ; n += EVERY) {
    const child = spawnSync(process.execPath, [CHILD, kind, place(n), deed.name, String(n)], { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'motcua-compile-cache') } });
    if (child.signal !== 'SIGKILL') {
      assert.equal(child.stdout, 'done', child.stderr);
      return died;
    }
    assert.equal(child.stdout, '');
    died.push(n);
  }
}

const [first] = deeds as readonly [Deed, ...Deed[]];

async function undisturbedShape(store: Store): Promise<string> {
  const h = house(store, 'undisturbed');
  h.set(first.at);
  await (await first.ready(h))();
  return shapeOf(h);
}

describe('a process that is really killed', function () {
  this.timeout(120_000);

  it('on SQLite leaves a file with which another goes on', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-sigkill-'));
    const file = (name: number | string): string => path.join(folder, `${name}.db`);
    const store = sqliteStore(file('new'));
    await store.migrate();
    await settle(store);
    const copy = (n: number | string): string => {
      leaveBehind(file('new'), file(n));
      return file(n);
    };
    const reference = sqliteStore(copy('reference'));
    const undisturbed = await undisturbedShape(reference);
    await reference.close();
    const died = killLaterAndLater('sqlite', copy, first);
    assert.ok(died.length >= 4, `only ${died.length} deaths`);
    for (const n of died) {
      const left = sqliteStore(file(n));
      assert.deepEqual(await faultsAfterRepeat(house(left, `left-${n}`), first, undisturbed), [], `killed before statement ${n}`);
      await left.close();
    }
    await store.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('on PostgreSQL leaves a database with which another goes on', async function () {
    const template = await createDatabase();
    if (template === null) return this.skip();
    const made: string[] = [template.name];
    const fresh = postgresStore(template.url);
    await fresh.migrate();
    await settle(fresh);
    await fresh.close();
    const copies = new Map<number, string>();
    for (const n of [0, ...Array.from({ length: 12 }, (_, index) => 1 + index * EVERY)]) {
      const copy = await createDatabase(template.name);
      copies.set(n, copy?.url ?? '');
      made.push(copy?.name ?? '');
    }
    const open = (n: number): Store => postgresStore(copies.get(n) ?? '');
    const reference = open(0);
    const undisturbed = await undisturbedShape(reference);
    await reference.close();
    const died = killLaterAndLater('postgres', (n) => copies.get(n) ?? '', first);
    assert.ok(died.length >= 4, `only ${died.length} deaths`);
    for (const n of died) {
      const left = open(n);
      assert.deepEqual(await faultsAfterRepeat(house(left, `left-${n}`), first, undisturbed), [], `killed before statement ${n}`);
      await left.close();
    }
    for (const name of made) await dropDatabase(name);
  });
});
