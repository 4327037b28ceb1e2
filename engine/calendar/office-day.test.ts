import assert from 'node:assert/strict';
import { endOf, firstMoment, lastDay, officeDate } from './office-day.ts';

describe('roles hold by days of the office', () => {
  it('from its midnight', () => assert.equal(firstMoment('2026-12-01'), '2026-11-30T17:00:00.000Z'));
  it('until the end of the last day, over the end of a year too', () => assert.equal(endOf('2026-12-31'), '2026-12-31T17:00:00.000Z'));
  it('and say that day again', () => {
    for (const date of ['2026-12-31', '2028-02-29']) assert.equal(lastDay(endOf(date)), date);
    assert.equal(lastDay('2026-11-30T03:00:00.000Z'), '2026-11-30');
  });
  it('whose date is the office’s, not that of UTC', () => assert.equal(officeDate('2026-11-30T18:00:00.000Z'), '2026-12-01'));
});
