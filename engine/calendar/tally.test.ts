import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { weekdayOf } from './instant.ts';
import { tally } from './tally.ts';

const FROM = 20_700;
const week = fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }).filter((amounts) => amounts.some((amount) => amount > 0));
const special = fc
  .uniqueArray(fc.tuple(fc.integer({ min: FROM, max: FROM + 60 }), fc.nat(3)), { selector: ([day]) => day, maxLength: 40 })
  .map((days) => days.toSorted(([a], [b]) => a - b));

describe('a tally of days', () => {
  it('counts what adding day by day counts, and finds the day of every unit again', () => {
    fc.assert(
      fc.property(week, special, (week, special) => {
        const counted = tally(week, special);
        const own = new Map(special);
        let sum = counted.before(FROM - 20);
        for (let day = FROM - 20; day < FROM + 90; day += 1) {
          const amount = own.get(day) ?? week[weekdayOf(day)] ?? 0;
          assert.equal(counted.of(day), amount);
          assert.equal(counted.before(day), sum);
          for (let into = 0; into < amount; into += 1) assert.deepEqual(counted.holding(sum + into), { day, into });
          sum += amount;
        }
      }),
    );
  });
});
