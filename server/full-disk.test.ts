import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { sqliteKnex, sqliteStore } from '../storage/stores/sqlite.ts';
import { fileHouse } from './testing/filing.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';
import type { Visitor } from './testing/visitor.ts';

describe('a disk that is full', function () {
  this.timeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-full-'));
  let house: RunningHouse;
  let knex: Knex;
  let citizen: Visitor;
  let filed: { readonly dossier: string };
  before(async () => {
    const file = path.join(folder, 'full.db');
    knex = sqliteKnex(file);
    const store = sqliteStore(file, knex);
    await store.migrate();
    house = await runHouse({}, undefined, store);
    citizen = await house.visitor('congdan1');
    filed = await fileHouse(house, citizen);
    await house.work();
  });
  after(async () => {
    await house.stop();
    await house.store.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  /** No page more than there are now; the database takes them as it takes the end of a disk. */
  const fill = () => knex.raw('pragma max_page_count = 1');
  const empty = () => knex.raw('pragma max_page_count = 1000000');

  it('answers 503 and when to come again, to all who write at once, while others read on; afterwards each act is done once', async () => {
    await fill();
    const acts = Array.from({ length: 40 }, (_, index) => ({ text: `Lời nhắn ${index} ${'dài '.repeat(700)}`, key: `full-disk-${index}-${'0'.repeat(16)}` }));
    const send = ({ text, key }: (typeof acts)[number]) => citizen.fetch('POST', `/api/dossiers/${filed.dossier}/messages`, { body: { text }, headers: { 'Idempotency-Key': key } });
    const first = await Promise.all(acts.map(send));
    const refused = first.filter(({ status }) => status === 503);
    assert.ok(refused.length > 0 && first.every(({ status }) => status === 201 || status === 503), first.map(({ status }) => status).join(' '));
    for (const answer of refused) assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
    assert.equal((await citizen.fetch('GET', `/api/dossiers/${filed.dossier}`)).status, 200);
    const kept = await house.store.read((tx) => tx.messages.find({ dossierId: filed.dossier }));
    for (const [index, { status }] of first.entries()) assert.equal(kept.some(({ body }) => body.startsWith(`Lời nhắn ${index} `)), status === 201, `message ${index}: ${status}`);

    await empty();
    const again = await Promise.all(acts.map(send));
    assert.deepEqual([...new Set(again.map(({ status }) => status))], [201]);
    const all = await house.store.read((tx) => tx.messages.find({ dossierId: filed.dossier }));
    assert.deepEqual(all.map(({ body }) => Number(/\d+/.exec(body)![0])).toSorted((one, other) => one - other), acts.map((_, index) => index));
  });

  it('keeps no step half done: the worker goes on when there is room', async () => {
    const other = await fileHouse(house, citizen);
    await fill();
    for (let turn = 0; turn < 3; turn += 1) await house.work().catch(() => undefined);
    await empty();
    await house.work();
    const open = await house.store.read((tx) => tx.tasks.find({ dossierId: other.dossier, status: 'open' }));
    assert.deepEqual(open.map(({ node }) => node), ['reception']);
    for (const { dossier } of [filed, other]) assert.deepEqual((await house.services.runtime.verify(dossier)).faults, []);
  });
});
