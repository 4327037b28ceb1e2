import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFiles } from '../../storage/files/disk.ts';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import { checkRecord } from '../commands/record-check.ts';
import { packages } from '../commands/house.ts';
import type { RecordProof } from '../api/dossier.ts';
import type { MoneyCases } from '../api/money.ts';
import { readConfiguration } from '../configuration.ts';
import { compose, type World } from '../compose.ts';
import { startServer } from '../main.ts';
import { Visitor } from '../testing/visitor.ts';
import { bytesOf, textOfPdf } from '../testing/pdf-text.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { alertsAt } from '../alerts/alerts.ts';
import { alertStories } from './alerts.ts';
import { samplePassword, seed } from './seed.ts';
import { stories } from './stories.ts';
import { workStories } from './work.ts';

/** A birth, the residence and the health insurance of the child. */
const bundled = 3;

describe('the sample ward', function () {
  this.timeout(180_000);
  let folder = '';
  let world: World;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-sample-'));
    world = {
      configuration: { ...readConfiguration({ MOTCUA_DATA: folder }, folder), port: 0, sample: true }, store: sqliteStore(join(folder, 'motcua.sqlite')), files: diskFiles(join(folder, 'files')),
      log: () => undefined, now: () => new Date().toISOString(),
    };
    await world.store.migrate();
    assert.deepEqual(await seed(world, packages), { made: true, dossiers: stories.length + alertStories.length + workStories.length + bundled });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('has dossiers in every state that lasts, one of them late, none with an incident', async () => {
    const { dossiers, incidents } = await world.store.read(async (tx) => ({ dossiers: await tx.dossiers.find({}), incidents: await tx.incidents.count({}) }));
    assert.deepEqual([...new Set(dossiers.map(({ state }) => state))].toSorted((one, other) => one - other), [1, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.ok(dossiers.some(({ status, dueAt, pausedAt }) => status === 'active' && pausedAt === null && dueAt !== null && dueAt < world.now()), 'one is late');
    assert.equal(incidents, 0);
  });

  it('tells of traffic and floods, in force, updated, ended and expired, each made up, and keeps to itself what nobody approved', async () => {
    const { inForce, over } = await world.store.read((tx) => alertsAt(tx, world.now()));
    assert.deepEqual(inForce.map(({ kind, version }) => [kind, version]).toSorted(), [['flood', 2], ['roadworks', 1], ['traffic_jam', 1]]);
    assert.deepEqual(over.map(({ kind, state }) => [kind, state]), [['accident', 'ended'], ['high_tide', 'expired']]);
    for (const { description, geometry } of [...inForce, ...over]) assert.ok(/giả định/.test(description.vi) && geometry !== null);
    assert.equal(await world.store.read((tx) => tx.tasks.count({ node: 'approveLeader', status: 'open' })), 1, 'one waits');
  });

  it('lies in a city that is made up, wherever a person reads of it', async () => {
    const told = await world.store.read(async (tx) => ({ dossiers: await tx.dossiers.find({}), units: await tx.units.find({}), lists: await cataloguesFor(tx, undefined, world.now()) }));
    assert.doesNotMatch(JSON.stringify(told), /Hồ Chí Minh|Ho Chi Minh/);
    assert.deepEqual(told.lists['provinces']?.map(({ label }) => label.vi), ['Thành phố Mẫu']);
    const letters = await world.store.read((tx) => tx.letters.find({ letter: 'permit' }));
    for (const { sha256 } of letters) assert.match(await textOfPdf(await bytesOf(world.files, sha256)), /Phường Sen Mẫu, Thành phố Mẫu/);
  });

  it('has records that verify', async () => {
    const { store, runtime } = compose(world);
    for (const { id, code } of await store.read((tx) => tx.dossiers.find({}))) assert.deepEqual((await runtime.verify(id)).faults, [], code);
  });

  it('has papers that leave nothing to be filled by hand, every Vietnamese mark in place', async () => {
    const letters = await world.store.read((tx) => tx.letters.find({}));
    assert.ok(letters.length > 15);
    for (const letter of letters) {
      const text = await textOfPdf(await bytesOf(world.files, letter.sha256));
      assert.match(text, /Độc lập - Tự do - Hạnh phúc/, letter.letter);
      assert.doesNotMatch(text, /…{3,}/, `${letter.letter}: ${text}`);
      assert.equal(text, text.normalize('NFC'), letter.letter);
    }
  });

  it('has money that was not due for whoever keeps it: nobody has looked yet, too little came, a second person is waited for, given back', async () => {
    // A server closes its store when it stops.
    const server = await startServer({ ...world, store: sqliteStore(join(folder, 'motcua.sqlite')), samplePassword });
    try {
      const cashier = await new Visitor(`http://127.0.0.1:${server.port}`, 'vi').signIn('thuquy', samplePassword);
      const { cases: open } = (await cashier.done('GET', '/api/desk/money')) as unknown as MoneyCases;
      assert.deepEqual(open.map(({ came, refunds }) => [...came.map(({ reason }) => reason ?? 'fee'), ...refunds.map(({ state }) => state)].join(' ')).toSorted(), ['amount', 'fee twice', 'fee twice waits']);
      const { cases: settled } = (await cashier.done('GET', '/api/desk/money?state=settled')) as unknown as MoneyCases;
      assert.deepEqual(settled.map(({ owed, refunds }) => [owed, refunds.map(({ state, document }) => `${state} ${document}`)]), [[0, ['made PC-117/2026 (giả định)']]]);
    } finally {
      await server.stop();
    }
  });

  it('stays as it is when it is made again', async () => {
    assert.deepEqual(await seed(world, packages), { made: false, dossiers: 0 });
  });

  it('leaves the version live that an administrator published', async () => {
    const key = 'construction-permit-house';
    const live = () => world.store.read((tx) => tx.procedureVersions.first({ key, offered: true }));
    const shipped = await live();
    assert.ok(shipped);
    const theirs = { ...shipped, hash: 'f'.repeat(64), number: shipped.number + 1, publishedBy: 'account-thietke' };
    await world.store.transaction(async (tx) => {
      await tx.procedureVersions.update({ hash: shipped.hash }, { offered: false });
      await tx.procedureVersions.insert(theirs);
    });
    await seed(world, packages);
    assert.equal((await live())?.hash, theirs.hash);
    await world.store.transaction(async (tx) => {
      await tx.procedureVersions.remove({ hash: theirs.hash });
      await tx.procedureVersions.update({ hash: shipped.hash }, { offered: true });
    });
  });

  it('is served: everyone signs in, and a downloaded record proves itself offline until a word of it is changed', async () => {
    const server = await startServer({ ...world, samplePassword });
    const url = `http://127.0.0.1:${server.port}`;
    try {
      const options = (await new Visitor(url, 'vi').done('GET', '/api/session/options')) as unknown as { samples: { username: string; kind: string; password: string }[] };
      assert.ok(options.samples.length > 15);
      const citizen = await new Visitor(url, 'vi').signIn('congdan1', samplePassword);
      const { dossiers } = (await citizen.done('GET', '/api/dossiers')) as unknown as { dossiers: { id: string }[] };
      assert.ok(dossiers.length >= 3);
      const record = (await citizen.done('GET', `/api/dossiers/${dossiers[0]?.id ?? ''}/record`)) as unknown as RecordProof;
      assert.notEqual(record.checkpoint, null);
      assert.deepEqual(checkRecord(record).faults, []);
      const rewritten = { ...record, entries: record.entries.map((entry, index) => (index === 0 ? { ...entry, actor: 'someone-else' } : entry)) };
      assert.equal(checkRecord(rewritten).faults.length, 1);
      const desk = (await (await new Visitor(url, 'vi').signIn('thuly', samplePassword)).done('GET', '/api/tasks?scope=all')) as unknown as { items: { badges: string[] }[]; counts: { all: number; late: number } };
      assert.ok(desk.counts.all >= 5 && desk.counts.late >= 1);
    } finally {
      await server.stop();
    }
  });
});
