import { strict as assert } from 'node:assert';
import { fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

interface Said { readonly messages: readonly { readonly at: string; readonly unread: boolean }[] }

describe('messages that a person has read', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let dossier = '';
  before(async () => {
    house = await runHouse();
    citizen = await house.visitor('congdan1');
    ({ dossier } = await fileHouse(house, citizen));
    await house.work();
  });
  after(() => house.stop());

  const path = (): string => `/api/dossiers/${dossier}/messages`;
  const unread = async (who: Visitor): Promise<boolean[]> => ((await who.done('GET', path())) as unknown as Said).messages.map((one) => one.unread);
  const read = async (who: Visitor): Promise<void> => {
    const { messages } = (await who.done('GET', path())) as unknown as Said;
    await who.done('PUT', `${path()}/read`, { until: messages.at(-1)?.at });
  };
  const count = async (): Promise<number> => ((await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { unreadMessages: number }).unreadMessages;
  const badges = async (who: Visitor): Promise<readonly string[]> =>
    ((await who.done('GET', '/api/tasks?scope=all')) as unknown as { items: { dossier: { id: string }; badges: string[] }[] }).items.find((item) => item.dossier.id === dossier)?.badges ?? [];
  const write = async (who: Visitor, text: string): Promise<void> => {
    house.clock.set(new Date(Date.parse(house.clock.now()) + 60_000).toISOString());
    await who.done('POST', path(), { text });
  };

  it('are new until they say so: fetching alone, as a browser does ahead, reads nothing', async () => {
    assert.deepEqual(await unread(citizen), [true]);
    assert.deepEqual(await unread(citizen), [true]);
    assert.equal(await count(), 1);
  });

  it('are no longer counted once read, and what comes later is', async () => {
    await read(citizen);
    assert.deepEqual([await count(), await unread(citizen)], [0, [false]]);
    await write(await house.visitor('tiepnhan'), 'Mời bạn mang bản chính khi đến.');
    assert.deepEqual([await count(), await unread(citizen)], [1, [false, true]]);
  });

  it('stay read when an old page says how far it had read', async () => {
    await read(citizen);
    await citizen.done('PUT', `${path()}/read`, { until: '2026-01-01T00:00:00.000Z' });
    assert.equal(await count(), 0);
  });

  it('cannot be read before they are written', async () => {
    await citizen.done('PUT', `${path()}/read`, { until: '2099-01-01T00:00:00.000Z' });
    await write(await house.visitor('tiepnhan'), 'Thêm một điều.');
    assert.equal(await count(), 1);
  });

  it('are read by one clerk and still new to the other', async () => {
    const [one, other] = [await house.visitor('tiepnhan'), await house.visitor('lanhdaotrungtam')];
    await write(citizen, 'Tôi có cần đến phường nữa không?');
    assert.ok((await badges(one)).includes('message'));
    await read(one);
    assert.ok(!(await badges(one)).includes('message'));
    assert.ok((await badges(other)).includes('message'));
    assert.equal((await unread(other)).at(-1), true);
  });
});
