import { strict as assert } from 'node:assert';
import { fileHouse } from '../testing/filing.ts';
import { runHouse } from '../testing/running-house.ts';

describe('server-sent events', function () {
  this.timeout(60_000);

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
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.match(heard.get('congdan1') ?? '', new RegExp(`event: dossier\ndata: .*${dossier}`));
    assert.match(heard.get('thuly') ?? '', /event: worklist/);
    for (const stranger of ['congdan2', 'tiepnhan2']) assert.ok(!(heard.get(stranger) ?? '').includes(dossier), stranger);
    assert.equal(house.services.live.size, 4);
    for (const one of leave) await one();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(house.services.live.size, 0);
    await house.stop();
    assert.ok(!house.logged.some((line) => line.includes('answer failed')), 'nothing was logged as failed');
  });
});
