import { strict as assert } from 'node:assert';
import { checks, fileHouse } from '../testing/filing.ts';
import { runHouse } from '../testing/running-house.ts';

/** Waits for what comes a moment later, ten seconds at most: what is asserted next says what is missing. */
const until = async (holds: () => boolean): Promise<void> => {
  for (const end = Date.now() + 10_000; !holds() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('server-sent events', function () {
  this.timeout(120_000);

  it('tell those whom it concerns, and nobody else, and a reader who leaves is no error', async () => {
    const house = await runHouse();
    const heard = new Map<string, string>();
    const leave: (() => Promise<void>)[] = [];
    for (const login of ['congdan1', 'congdan2', 'thuly', 'tiepnhan2']) {
      const answer = await (await house.visitor(login)).fetch('GET', '/api/events');
      assert.match(answer.headers.get('content-type') ?? '', /event-stream/);
      const reader = answer.body?.getReader();
      leave.push(async () => reader?.cancel());
      heard.set(login, '');
      void (async () => {
        for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) heard.set(login, (heard.get(login) ?? '') + new TextDecoder().decode(next.value));
      })().catch(() => undefined);
    }
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    const told = new RegExp(`event: dossier\ndata: .*${dossier}`);
    await until(() => told.test(heard.get('congdan1') ?? '') && /event: worklist/.test(heard.get('thuly') ?? ''));
    assert.match(heard.get('congdan1') ?? '', told);
    assert.match(heard.get('thuly') ?? '', /event: worklist/);
    // long enough for what would come to strangers
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const stranger of ['congdan2', 'tiepnhan2']) assert.ok(!(heard.get(stranger) ?? '').includes(dossier), stranger);
    assert.equal(house.services.live.size, 4);
    for (const one of leave) await one();
    await until(() => house.services.live.size === 0);
    assert.equal(house.services.live.size, 0);
    await house.stop();
    assert.ok(!house.logged.some((line) => line.includes('answer failed')), 'nothing was logged as failed');
  });

  it('tell when the machine moves a dossier on, be there a notice or not', async () => {
    const house = await runHouse();
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    await house.work();
    const receptionist = await house.visitor('tiepnhan');
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'reception', status: 'open' }));
    const view = (await receptionist.done('GET', `/api/tasks/${task?.id}`)) as unknown as { dossier: { version: number } };
    await receptionist.done('POST', `/api/tasks/${task?.id}/complete`, { expectedVersion: view.dossier.version, data: { checks, outcome: 'accept', feeWaived: false } });
    const heard: string[] = [];
    house.services.live.listen('somebody', (change) => heard.push(change.dossier));
    await house.services.runtime.work({ only: 'connectors' });
    assert.ok((await house.store.read((tx) => tx.letters.count({ dossierId: dossier }))) > 0, 'the receipt was made');
    assert.deepEqual(heard, [dossier]);
    await house.stop();
  });
});
