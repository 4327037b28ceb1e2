import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import { asLeft, placeOf, tell } from './news.ts';
import { advance, openDossier, save } from './open-dossier.ts';
import { accepted, filing, house, MORNING } from './testing/house.ts';
import { settle } from './testing/people.ts';

onEveryStore('notices of one instant', (open) => {
  before(() => settle(open()));

  it('come in the order in which they were left, whatever their ids are', async () => {
    const h = house(open(), 'news');
    const { dossierId } = accepted(await h.runtime.file(filing(h.keys())));
    await h.store.transaction(async (tx) => {
      const dossier = await openDossier(h.world, tx, MORNING, dossierId);
      for (const entry of ['1', '2']) {
        for (const key of ['z', 'm', 'a']) await tell(dossier, 'withdrawn', `${key} ${entry}`);
        await advance(dossier, { kind: 'task.claim', actor: 'hai' }, []);
      }
      await save(dossier);
    });
    const left = await h.store.read((tx) => tx.outbox.find({ dossierId, kind: 'withdrawn' }, { order: asLeft }));
    assert.deepEqual(left.map(({ id }) => id.slice(-3)), ['z-1', 'm-1', 'a-1', 'z-2', 'm-2', 'a-2']);
    assert.equal(new Set(left.map(({ createdAt }) => createdAt)).size, 1);
  });

  it('that a connector leaves come before those of the entry that its step makes, and after those before it', () => {
    const [before, after] = [{ version: 4 }, { version: 5 }];
    assert.ok(placeOf(before, 7) < placeOf(after, 0) && placeOf(after, 0) < placeOf(after, 1));
  });
});
