import { strict as assert } from 'node:assert';
import { doStep, fileHouse, checks } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

describe('a worklist', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    // a Saturday: whatever comes in waits until the same hour of Monday
    house = await runHouse({}, '2026-11-21T02:00:00.000Z');
  });
  after(() => house.stop());

  it('serves first who came first, when all are due at the same time; and so does “open the next”', async () => {
    const citizen = await house.visitor('congdan1');
    const codes: string[] = [];
    const dossiers: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      house.clock.set(`2026-11-21T02:0${minute}:00.000Z`);
      const { code, dossier } = await fileHouse(house, citizen);
      codes.push(code);
      dossiers.push(dossier);
      await house.work();
    }
    const clerk = await house.visitor('tiepnhan');
    const { items } = (await clerk.done('GET', '/api/tasks')) as unknown as { items: { clock: { dueAt: string }; dossier: { code: string } }[] };
    assert.equal(new Set(items.map(({ clock }) => clock.dueAt)).size, 1);
    assert.deepEqual(items.map(({ dossier }) => dossier.code), codes);
    const { nextTask } = (await doStep(house, clerk, dossiers[0] ?? '', 'reception', { checks, outcome: 'accept', feeWaived: false })) as unknown as { nextTask: string };
    const next = await house.store.read((tx) => tx.tasks.first({ id: nextTask }));
    assert.equal(next?.dossierId, dossiers[1]);
  });
});
