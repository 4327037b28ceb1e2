import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { compileCalendar } from './calendar.ts';
import { elapsed, inDaysAndHours } from './elapsed.ts';
import hcmc from './hcmc.json' with { type: 'json' };
import { anyCalendar, anyInstant, anyMinute } from './testing/arbitrary.ts';
import { SlowCounter, utc } from './testing/slow-counter.ts';

describe('working time used', () => {
  const calendar = compileCalendar(hcmc);
  const rows: [from: string, to: string, minutes: number][] = [
    ['2026-11-20T10:00', '2026-11-20T10:00', 0],
    ['2026-11-20T10:00', '2026-11-20T14:00', 150],
    ['2026-11-20T11:30', '2026-11-20T13:00', 0],
    ['2026-11-20T16:00', '2026-11-23T08:00', 90],
    ['2026-11-26T09:00', '2026-11-30T09:00', 960],
    ['2026-11-20T00:00', '2026-12-02T23:59', 3_840],
    ['2026-01-10T00:00', '2026-01-11T00:00', 480],
  ];
  for (const [from, to, minutes] of rows) it(`from ${from} to ${to} is ${minutes} minutes`, () => assert.equal(elapsed(calendar, utc(from), utc(to)), minutes));

  it('is shown in days of eight hours, hours and minutes', () => {
    assert.deepEqual(inDaysAndHours(1_215.9), { days: 2, hours: 4, minutes: 15 });
    assert.deepEqual(inDaysAndHours(479), { days: 0, hours: 7, minutes: 59 });
    assert.deepEqual(inDaysAndHours(480), { days: 1, hours: 0, minutes: 0 });
  });

  it('cannot be counted backwards', () => assert.throws(() => elapsed(calendar, '2026-11-20T10:00Z', '2026-11-20T09:00Z'), /expected the end of a span after its beginning/));

  it('agrees with a count minute by minute on random calendars', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, fc.integer({ min: 0, max: 12_000 }), (data, from, minutes) => {
        const to = new Date(Date.parse(from) + minutes * 60_000).toISOString();
        assert.equal(elapsed(compileCalendar(data), from, to), new SlowCounter(data).elapsed(from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('adds up however a span is cut', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyInstant, anyInstant, anyInstant), (data, instants) => {
        const calendar = compileCalendar(data);
        const [from = '', between = '', to = ''] = instants.toSorted();
        assert.ok(Math.abs(elapsed(calendar, from, between) + elapsed(calendar, between, to) - elapsed(calendar, from, to)) < 1e-6);
      }),
    );
  });
});
