import { strict as assert } from 'node:assert';
import type { WorkingTime } from '../server/api/clock.ts';
import { leftAfter, type Left } from './left-after.ts';

const wall = (amount: number, unit: WorkingTime['unit'] = 'minute'): WorkingTime => ({ amount, unit, working: false });
const table: readonly (readonly [said: Left, minutes: number, stands: Left])[] = [
  [{ verdict: 'within', left: wall(85) }, 0, { verdict: 'within', left: wall(85) }],
  [{ verdict: 'within', left: wall(2, 'hour') }, 1, { verdict: 'within', left: wall(119) }],
  [{ verdict: 'soon', left: wall(5) }, 4, { verdict: 'soon', left: wall(1) }],
  [{ verdict: 'soon', left: wall(5) }, 5, { verdict: 'late', left: wall(-1) }],
  [{ verdict: 'late', left: wall(-5) }, 3, { verdict: 'late', left: wall(-8) }],
  [{ verdict: 'within', left: { amount: 85, unit: 'minute', working: true } }, 30, { verdict: 'within', left: { amount: 85, unit: 'minute', working: true } }],
  [{ verdict: 'within', left: wall(3, 'day') }, 30, { verdict: 'within', left: wall(3, 'day') }],
  [{ verdict: 'on-time', left: wall(30) }, 30, { verdict: 'on-time', left: wall(30) }],
  [{ verdict: 'paused', left: wall(30) }, 5, { verdict: 'paused', left: wall(30) }],
  [{ verdict: 'none', left: null }, 5, { verdict: 'none', left: null }],
];

describe('what is left of a clock while one looks at it', () => {
  for (const [said, minutes, stands] of table) it(`${JSON.stringify(said)} after ${minutes} minutes`, () => assert.deepEqual(leftAfter(said, minutes), stands));
});
