import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { faultsOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';
import type { Standing } from './command.ts';
import { KEPT_MS } from './mail.ts';
import { later } from './work/backoff.ts';

onEveryStore('a word from one dossier to others', (open) => {
  let h: House;
  let seed = 0;
  before(() => settle(open()));
  beforeEach(() => (h = house(open(), `posts-${(seed += 1)}`)));
  afterEach(async () => {
    assert.deepEqual(await faultsOf(h), []);
    for (const { id } of await h.store.read((tx) => tx.dossiers.find({ status: 'active' }))) accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: id, reason: 'x' }));
    await h.store.transaction(async (tx) => {
      await tx.deliveries.remove({});
      await tx.posts.remove({});
    });
  });

  const filed = async (procedureHash: string, about: string): Promise<Standing> =>
    accepted(await h.runtime.file(filing(h.keys(), { procedureHash, application: { about, work: { footprint: 1 } } })));
  const say = async ({ openTasks, ...standing }: Standing, node: string): Promise<Standing> =>
    accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt({ ...standing, openTasks }, node), data: {} }));
  const dossier = async (id: string): Promise<DossierRow> => (await h.store.read((tx) => tx.dossiers.first({ id })))!;
  const at = async ({ dossierId }: Pick<Standing, 'dossierId'>): Promise<readonly string[]> => (await dossier(dossierId)).progress.tokens.map((token) => token.at);
  const standing = async ({ dossierId, ...rest }: Standing): Promise<Standing> => ({ dossierId, ...rest, openTasks: await h.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' })) });

  it('is heard by everyone who waits for the signal, once each, and begins the procedure that it begins', async () => {
    const hearers = [await filed('hearer-1', 'a'), await filed('hearer-1', 'b')];
    const before = await h.store.read((tx) => tx.dossiers.count({ procedureKey: 'newborn' }));
    const speaker = await filed('speaker-1', 'a');
    await say(speaker, 'write');
    h.set(later(MORNING, 1000));
    const late = await filed('hearer-1', 'late');
    await h.settle();
    for (const hearer of hearers) {
      assert.deepEqual(await at(hearer), ['read']);
      const heard = await h.store.read((tx) => tx.journal.count({ dossierId: hearer.dossierId, kind: 'signal' }));
      assert.equal(heard, 1);
    }
    assert.deepEqual(await at(late), ['hear'], 'who waits only afterwards has not heard it');
    const born = await h.store.read((tx) => tx.dossiers.find({ procedureKey: 'newborn' }, { order: [['submittedAt', 'desc'], ['code', 'desc']] }));
    assert.equal(born.length, before + 1);
    assert.deepEqual(born[0]?.data['origin'], { dossier: speaker.dossierId, code: speaker.code });
    assert.equal(born[0]?.applicantAccount, 'an');
    assert.match(born[0]?.id ?? '', /^[A-Za-z0-9_-]{1,32}$/, 'with an id that stands in an address, together with what is named after it');
    const told = await h.store.read((tx) => tx.outbox.find({ dossierId: born[0]!.id }));
    assert.deepEqual(told.map(({ kind, payload }) => [kind, payload['from']]), [['begun', speaker.code]]);
  });

  it('waits until someone waits for the message, reaches the one with the same keys, and is answered', async () => {
    const [one, other] = [await filed('hearer-1', 'one'), await filed('hearer-1', 'other')];
    const speaker = await filed('speaker-1', 'other');
    await say(speaker, 'write');
    await h.settle();
    assert.deepEqual([await at(speaker), await at(one), await at(other)], [['reply'], ['read'], ['read']]);
    await say(await standing(one), 'read');
    await h.settle();
    assert.deepEqual([await at(one), await at(speaker)], [['asked'], ['reply']], 'another key is another matter');
    await say(await standing(other), 'read');
    await h.settle();
    assert.deepEqual([await at(other), await at(speaker)], [['done'], ['thank']]);
  });

  it('is given up after thirty days, and not before', async () => {
    await say(await filed('speaker-1', 'nobody'), 'write');
    await h.settle();
    const state = async (): Promise<readonly string[]> => (await h.store.read((tx) => tx.posts.find({ kind: 'message' }))).map(({ status }) => status);
    h.set(later(MORNING, KEPT_MS - 1));
    await h.settle();
    assert.deepEqual(await state(), ['open']);
    h.set(later(MORNING, KEPT_MS));
    await h.settle();
    assert.deepEqual(await state(), ['expired']);
    assert.ok(h.logged.some((line) => line.includes('message.expired')));
  });

  it('is kept for the next when the one it was for has gone', async () => {
    const [one, next] = [await filed('hearer-1', 'x'), await filed('hearer-1', 'x')];
    const speaker = await filed('speaker-1', 'x');
    await say(speaker, 'write');
    await h.settle();
    await say(await standing(one), 'read');
    // made out, not handed over yet: the dossier is withdrawn in between
    const [post] = await h.store.read((tx) => tx.posts.find({ kind: 'message', status: 'open' }));
    await h.store.transaction(async (tx) => {
      await tx.deliveries.insert({ dossierId: one.dossierId, postId: post!.id, begins: null, start: null, status: 'open', runAt: MORNING, attempts: 0, error: null, retriedBy: null });
      await tx.posts.update({ id: post!.id }, { status: 'done' });
    });
    accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: one.dossierId, reason: 'x' }));
    await h.settle();
    await say(await standing(next), 'read');
    await h.settle();
    assert.deepEqual(await at(speaker), ['thank']);
  });
});
