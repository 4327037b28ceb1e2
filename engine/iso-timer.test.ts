import assert from 'node:assert/strict';
import { isoDue } from './iso-timer.ts';

describe('An ISO 8601 timer', () => {
  const from = '2026-01-31T01:30:00.000Z';
  const cases = [
    ['date', '2026-03-01T00:00:00+07:00', '2026-02-28T17:00:00.000Z'],
    ['duration', 'P1D', '2026-02-01T01:30:00.000Z'],
    ['duration', 'P1M', '2026-02-28T01:30:00.000Z'],
    ['duration', 'P1Y2M1W', '2027-04-07T01:30:00.000Z'],
    ['duration', 'PT1H30M15.5S', '2026-01-31T03:00:15.500Z'],
    ['cycle', 'R3/PT10M', '2026-01-31T01:40:00.000Z'],
    ['cycle', 'R/P1D', '2026-02-01T01:30:00.000Z'],
    ['cycle', 'R/2026-02-02T00:00:00Z/P1D', '2026-02-02T00:00:00.000Z'],
    ['cycle', 'R/2026-01-02T00:00:00Z/P1D', '2026-02-01T01:30:00.000Z'],
    ['duration', 'P', undefined],
    ['duration', 'PT', undefined],
    ['duration', '2 working days', undefined],
    ['cycle', 'every day', undefined],
    ['date', 'tomorrow', undefined],
  ] as const;
  for (const [type, value, due] of cases) {
    it(`${type} ${value} is due ${due ?? 'by another measure'}`, () => assert.equal(isoDue({ type, value }, from), due));
  }
});
