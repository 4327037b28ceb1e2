import { strict as assert } from 'node:assert';
import type { Store, Transaction } from '../../storage/store.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

/** A store that counts what readers ask it, and the rows they are given. */
const counting = (store: Store) => {
  const seen = { questions: 0, rows: 0 };
  const counted = (tx: Transaction): Transaction => new Proxy(tx, {
    get: (tables, name) => new Proxy(Reflect.get(tables, name), {
      get: (rows: object, act: string) => async (...given: unknown[]) => {
        const answer: unknown = await Reflect.get(rows, act)(...given);
        seen.questions += 1;
        seen.rows += Array.isArray(answer) ? answer.length : 1;
        return answer;
      },
    }),
  });
  return { store: { ...store, read: (work: (tx: Transaction) => Promise<never>) => store.read((tx) => work(counted(tx))) } as Store, seen };
};

describe('a long worklist', function () {
  this.timeout(120_000);
  const { store, seen } = counting(memoryStore());
  let house: RunningHouse;
  before(async () => {
    house = await runHouse({}, undefined, store);
  });
  after(() => house.stop());

  /** The dossier once more, with its open step. */
  const again = (id: string, times: number): Promise<void> => store.transaction(async (tx) => {
    const dossier = (await tx.dossiers.first({ id }))!;
    const step = (await tx.tasks.first({ dossierId: id, status: 'open' }))!;
    for (let turn = 0; turn < times; turn += 1) {
      const copy = crypto.randomUUID();
      await tx.dossiers.insert({ ...dossier, id: copy, code: `${dossier.code}-${copy}` });
      await tx.tasks.insert({ ...step, id: `step-${copy}`, dossierId: copy });
    }
  });

  it('costs no more questions and no more rows than a short one: those beyond its page stay where they are', async () => {
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    await house.work();
    await again(dossier, 2);
    const clerk = await house.visitor('tiepnhan');
    const cost = async (path: string) => {
      await clerk.done('GET', path); // what is read once and kept is read
      Object.assign(seen, { questions: 0, rows: 0 });
      const { counts } = (await clerk.done('GET', path)) as unknown as { counts: { team: number } };
      return { ...seen, open: counts.team };
    };
    const paths = ['/api/tasks?limit=2', '/api/tasks?limit=2&scope=all&sort=opened&q=gia+dinh'];
    const few = [await cost(paths[0]!), await cost(paths[1]!)];
    await again(dossier, 60);
    const many = [await cost(paths[0]!), await cost(paths[1]!)];
    assert.deepEqual([few.map(({ open }) => open), many.map(({ open }) => open)], [[3, 3], [63, 63]]);
    assert.deepEqual(many.map(({ questions, rows }) => [questions, rows]), few.map(({ questions, rows }) => [questions, rows]));
  });
});
