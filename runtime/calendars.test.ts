import assert from 'node:assert/strict';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import type { Transaction } from '../storage/store.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import { calendarOf } from './calendars.ts';
import { settle, WARD } from './testing/people.ts';

onEveryStore('the calendar of a unit', (open) => {
  before(() => settle(open()));

  const closing = (tx: Transaction, sameDayCutoff: string) => tx.calendars.update({ id: 'hcmc' }, { data: { ...hcmc, sameDayCutoff }, revision: 2 });
  const cutoff = async (tx: Transaction): Promise<string> => (await calendarOf(open(), tx, WARD)).calendar.sameDayCutoff;

  it('is not the one that was saved and used in a transaction that was taken back', async () => {
    await assert.rejects(open().transaction(async (tx) => {
      await closing(tx, '10:00');
      assert.equal(await cutoff(tx), '10:00');
      throw new Error('taken back');
    }), /taken back/);
    assert.equal(await open().read(cutoff), hcmc.sameDayCutoff);
    await open().transaction((tx) => closing(tx, '11:00'));
    assert.equal(await open().read(cutoff), '11:00');
  });

  it('is compiled once as long as it says the same', async () => {
    const compiled = await open().read((tx) => calendarOf(open(), tx, WARD));
    assert.equal(await open().read((tx) => calendarOf(open(), tx, WARD)), compiled);
  });
});
