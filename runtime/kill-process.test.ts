import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../storage/store.ts';
import { postgresStore } from '../storage/stores/postgres.ts';
import { sqliteStore } from '../storage/stores/sqlite.ts';
import { createDatabase, dropDatabase } from '../storage/testing/postgres.ts';
import { chartDeeds } from './testing/chart-deeds.ts';
import { deeds } from './testing/deeds.ts';
import type { Deed } from './testing/deeds.ts';
import { house } from './testing/house.ts';
import { leaveBehind } from './testing/house-on-disk.ts';
import { inOneFile } from './testing/one-file.ts';
import { faultsAfterRepeat, shapeOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

/** A real kill takes part of a second: some statements of every command on SQLite, of one on PostgreSQL; kill.test.ts and cut.test.ts try them all. */
const EVERY = { sqlite: 13, postgres: 5, chart: 13 };
/** What is tried of a statechart: the rest of its life is that of a diagram. */
const charted: ReadonlySet<string> = new Set(['accept', 'hold', 'move by hand', 'carry the news', 'take them over']);
const cache = path.join(os.tmpdir(), 'motcua-compile-cache');
let program = '';

/** Does the deed in a process of its own that dies before its nth statement; answers whether it died. */
async function dies(kind: 'sqlite' | 'postgres', place: string, deed: Deed, n: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, kind, place, chartDeeds.includes(deed) ? 'chart' : 'deeds', deed.name, String(n)], { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  const died = signal === 'SIGKILL';
  assert.equal(said.out, died ? '' : 'done', said.err);
  return died;
}

/** Kills later and later, two processes at a time, until one lives; answers how many statements were tried. */
async function killLaterAndLater(kind: 'sqlite' | 'postgres', place: (n: number) => string, deed: Deed, every: number): Promise<number[]> {
  const died: number[] = [];
  for (let n = 1; ; n += 2 * every) {
    const pair = [n, n + every];
    const deaths = await Promise.all(pair.map((at) => dies(kind, place(at), deed, at)));
    died.push(...pair.filter((_, index) => deaths[index]));
    if (deaths.includes(false)) return died;
  }
}

const [first] = deeds as readonly [Deed, ...Deed[]];
const takeover = chartDeeds.find(({ name }) => name === 'take them over')!;

async function undisturbedShape(store: Store, deed: Deed): Promise<string> {
  const h = house(store, 'undisturbed');
  h.set(deed.at);
  await (await deed.ready(h))();
  return shapeOf(h);
}

describe('a process that is really killed', function () {
  this.timeout(600_000);
  before(async () => {
    program = await inOneFile(fileURLToPath(new URL('testing/kill-child.ts', import.meta.url)));
  });
  after(() => fs.rmSync(program, { force: true }));

  /** Lives through deeds on SQLite, killing processes in those that are tried; answers how many died. */
  async function deathsInLife(done: readonly Deed[], tried: (deed: Deed) => boolean, every: number): Promise<number> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-sigkill-'));
    const life = path.join(folder, 'life.db');
    const store = sqliteStore(life);
    await store.migrate();
    await settle(store);
    const h = house(store, 'life');
    let deaths = 0;
    for (const [index, deed] of done.entries()) {
      const file = (n: number): string => path.join(folder, `${index}-${n}.db`);
      // copied before the deed is done in this life: each child finds the house as the deeds before left it
      const before = path.join(folder, `${index}-before.db`);
      leaveBehind(life, before);
      h.set(deed.at);
      await (await deed.ready(h))();
      const undisturbed = await shapeOf(h);
      const died = tried(deed) ? await killLaterAndLater('sqlite', (n) => (leaveBehind(before, file(n)), file(n)), deed, every) : [];
      for (const n of died) {
        const left = sqliteStore(file(n));
        const after = house(left, `left-${index}-${n}`);
        after.set(deed.at);
        assert.deepEqual(await faultsAfterRepeat(after, deed, undisturbed), [], `${deed.name}, killed before statement ${n}`);
        await left.close();
        fs.rmSync(file(n), { force: true });
      }
      deaths += died.length;
    }
    await store.close();
    fs.rmSync(folder, { recursive: true, force: true });
    return deaths;
  }

  it('in the middle of any command leaves a SQLite file with which another goes on', async () => {
    const deaths = await deathsInLife(deeds, () => true, EVERY.sqlite);
    assert.ok(deaths > 50, `only ${deaths} deaths`);
  });

  it('in the life of a statechart, while it is moved, signalled and taken to another version, leaves one with which another goes on', async () => {
    const deaths = await deathsInLife(chartDeeds, ({ name }) => charted.has(name), EVERY.chart);
    assert.ok(deaths > 10, `only ${deaths} deaths`);
  });

  const onPostgres: readonly (readonly [what: string, deed: Deed, before: readonly Deed[], least: number])[] = [
    ['a command', first, [], 4],
    ['a statechart on its way to another version', takeover, chartDeeds.slice(0, chartDeeds.indexOf(takeover)), 2],
  ];
  for (const [what, deed, before, least] of onPostgres) it(`in the middle of ${what} leaves a PostgreSQL database with which another goes on`, async function () {
    const template = await createDatabase();
    if (template === null) return this.skip();
    const made: string[] = [template.name];
    const fresh = postgresStore(template.url);
    await fresh.migrate();
    await settle(fresh);
    const lived = house(fresh, 'life');
    for (const one of before) {
      lived.set(one.at);
      await (await one.ready(lived))();
    }
    await fresh.close();
    const copies = new Map<number, string>();
    for (const n of [0, ...Array.from({ length: 24 }, (_, index) => 1 + index * EVERY.postgres)]) {
      const copy = await createDatabase(template.name);
      copies.set(n, copy?.url ?? '');
      made.push(copy?.name ?? '');
    }
    const open = (n: number): Store => postgresStore(copies.get(n) ?? '');
    const reference = open(0);
    const undisturbed = await undisturbedShape(reference, deed);
    await reference.close();
    const died = await killLaterAndLater('postgres', (n) => copies.get(n) ?? '', deed, EVERY.postgres);
    assert.ok(died.length >= least, `only ${died.length} deaths`);
    for (const n of died) {
      const left = open(n);
      const after = house(left, `left-${n}`);
      after.set(deed.at);
      assert.deepEqual(await faultsAfterRepeat(after, deed, undisturbed), [], `killed before statement ${n}`);
      await left.close();
    }
    for (const name of made) await dropDatabase(name);
  });
});
