import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { House } from './testing/house.ts';
import { accepted, house } from './testing/house.ts';
import { chartDeeds } from './testing/chart-deeds.ts';
import { dossierAt } from './testing/deeds.ts';
import { faultsOf, shapeOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

const shapes: string[] = [];

onEveryStore('a statechart', (open) => {
  let h: House;
  before(() => settle(open()));
  before(() => void (h = house(open(), 'chart')));

  const at = async (index: number) => {
    const id = await dossierAt(h, index);
    return (await h.store.read((tx) => tx.dossiers.first({ id })))!;
  };
  const openAt = async (index: number): Promise<readonly string[]> => (await at(index)).progress.tokens.filter(({ wait }) => wait.on === 'task').map(({ at: node }) => node);
  /** What holds once a deed is done. */
  const then: Readonly<Record<string, () => Promise<void>>> = {
    'move by hand': async () => {
      const { id, data } = await at(2);
      assert.deepEqual([await openAt(2), (data['application'] as { work: unknown }).work], [['examination'], { footprint: 81 }]);
      const [entry] = await h.store.read((tx) => tx.journal.find({ dossierId: id }, { order: [['seq', 'desc']], limit: 1 }));
      assert.deepEqual([entry?.kind, entry?.actor], ['move', 'admin']);
    },
    'carry the news': async () => assert.equal((await at(2)).data['heard'], true),
    'plan another version': async () => assert.deepEqual(accepted(await h.runtime.examineTransfer({ from: 'chart-1', to: 'chart-2', mapping: {} })), { safe: 0, clerk: 1, citizen: 0, cannot: 0, dossiers: [{
      verdict: 'clerk', able: false, id: await dossierAt(h, 2), code: (await at(2)).code,
      reasons: [{ code: 'gone', element: 'examination', message: 'userTask examination: expected this state in the new version, but it is not there: say which state takes its place, or move the dossier first' }],
    }] }),
    'take them over': async () => {
      assert.deepEqual([(await at(2)).procedureHash, await openAt(2)], ['chart-2', ['appraisal']]);
      const { id } = await at(2);
      const [task] = await h.store.read((tx) => tx.tasks.find({ dossierId: id, status: 'open' }));
      assert.equal(task?.node, 'appraisal');
    },
    'take them back': async () => assert.deepEqual([(await at(2)).procedureHash, await openAt(2)], ['chart-1', ['examination']]),
    'examine the third': async () => assert.deepEqual(await openAt(2), ['signing']),
  };

  it('lives through moves, signals and other versions, and its record is whole after each deed', async function () {
    this.timeout(300_000);
    for (const deed of chartDeeds) {
      h.set(deed.at);
      const answer = await (await deed.ready(h))();
      assert.ok(answer === undefined || answer.ok, `${deed.name}: ${JSON.stringify(answer)}`);
      assert.deepEqual(await faultsOf(h), [], deed.name);
      await then[deed.name]?.();
    }
    shapes.push(await shapeOf(h));
    assert.equal(shapes.at(-1), shapes[0], 'every store keeps the same');
  });
});
