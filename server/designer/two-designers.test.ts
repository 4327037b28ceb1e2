import { strict as assert } from 'node:assert';
import type { DesignerPackage, DraftPackage } from '../api/designer.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const at = '/api/designer/procedures/construction-permit-house';

describe('two designers of one procedure, one of whom was quicker', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let one: Visitor;
  let other: Visitor;
  let minutes = 0;
  before(async () => {
    house = await runHouse({}, '2026-11-19T02:00:00.000Z');
    one = await house.visitor('thietke');
    other = await house.visitor('quantri');
  });
  after(() => house.stop());

  /** Each act has its time. */
  const later = () => house.clock.set(new Date(Date.parse('2026-11-19T02:00:00.000Z') + (minutes += 1) * 60_000).toISOString());
  const opens = async (who: Visitor): Promise<DraftPackage> => ((await who.done('GET', at)) as unknown as DesignerPackage).draft;
  const saves = (who: Visitor, { revision, savedAt }: DraftPackage, text: string) => {
    later();
    return who.json('PUT', `${at}/draft`, { revision, savedAt, files: [{ path: 'README.md', text }] });
  };
  const throwsAway = (who: Visitor, { revision, savedAt }: DraftPackage) => {
    later();
    return who.json('DELETE', `${at}/draft?${new URLSearchParams({ revision: String(revision), savedAt })}`);
  };
  const publishes = async (who: Visitor): Promise<void> => {
    later();
    await who.done('POST', `${at}/publish`, { revision: (await opens(who)).revision });
  };
  const readme = async () => ((await one.done('GET', `${at}/file?path=README.md`)) as unknown as { text: string }).text;

  it('does not lay old work over what was published meanwhile, though both times there is no draft', async () => {
    const seen = await opens(other);
    await saves(one, await opens(one), 'published');
    await publishes(one);
    assert.equal((await opens(one)).revision, seen.revision);
    const { status, body } = await saves(other, seen, 'older');
    assert.deepEqual([status, body['code']], [409, 'revision-conflict']);
    assert.equal(await readme(), 'published');
    assert.equal((await saves(other, (body as unknown as { current: DraftPackage }).current, 'newer')).status, 200);
  });

  it('does not lay old work over another draft of the same number', async () => {
    const seen = await opens(one);
    await publishes(other);
    await saves(other, await opens(other), 'a new draft');
    assert.equal((await opens(other)).revision, seen.revision);
    assert.equal((await saves(one, seen, 'older')).status, 409);
    assert.equal((await one.json('POST', `${at}/restore`, { revision: seen.revision, savedAt: seen.savedAt, version: seen.base })).status, 409);
    assert.equal((await one.json('POST', `${at}/publish`, { revision: seen.revision, savedAt: seen.savedAt })).status, 409);
    assert.equal(await readme(), 'a new draft');
  });

  it('does not throw away what the other saved since', async () => {
    const seen = await opens(one);
    await saves(other, seen, 'an afternoon of work');
    const { status, body } = await throwsAway(one, seen);
    assert.deepEqual([status, body['code'], (body as unknown as { current: DraftPackage }).current.savedBy?.name], [409, 'revision-conflict', (await opens(one)).savedBy?.name]);
    assert.equal(await readme(), 'an afternoon of work');
    assert.equal((await throwsAway(one, await opens(one))).status, 204);
  });
});
