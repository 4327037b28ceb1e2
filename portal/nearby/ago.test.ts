import { strict as assert } from 'node:assert';
import { ago } from './ago.ts';

describe('how long ago a report was sent', () => {
  const now = '2026-11-19T02:00:00.000Z';
  const table: readonly (readonly [string, ReturnType<typeof ago>])[] = [
    ['2026-11-19T01:59:30.000Z', undefined], ['2026-11-19T02:10:00.000Z', undefined], ['2026-11-19T01:58:59.000Z', { amount: 1, unit: 'minute' }], ['2026-11-19T01:00:01.000Z', { amount: 59, unit: 'minute' }],
    ['2026-11-19T01:00:00.000Z', { amount: 1, unit: 'hour' }], ['2026-11-17T02:01:00.000Z', { amount: 47, unit: 'hour' }], ['2026-11-16T02:00:00.000Z', { amount: 3, unit: 'day' }],
  ];
  for (const [then, said] of table) it(`${then} is ${JSON.stringify(said)}`, () => assert.deepEqual(ago(then, now), said));
});
