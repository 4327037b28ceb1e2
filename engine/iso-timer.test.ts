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
    ['date', '2026-03-01', '2026-02-28T17:00:00.000Z'],
    ['date', '2026-03-01T08:00', '2026-03-01T01:00:00.000Z'],
    ['date', '2026-03-01T08:00:00.25Z', '2026-03-01T08:00:00.250Z'],
    ['date', '2026-03-01T08:00:00-0330', '2026-03-01T11:30:00.000Z'],
    ['date', '2026-03-01T08:00:00+07', '2026-03-01T01:00:00.000Z'],
    ['date', '2026-02-30', undefined],
    ['date', '2026-02-30T08:00:00Z', undefined],
    ['date', '2026-03-01T25:00:00Z', undefined],
    ['date', '2026-03-01 08:00', undefined],
    ['date', 'March 7, 2026', undefined],
    ['date', '5', undefined],
    ['cycle', 'R0/PT10M', undefined],
    ['cycle', 'R/PT0S', undefined],
    ['cycle', 'R3/2026-13-01T00:00:00Z/PT10M', undefined],
    ['cycle', 'R3/PT10M/2026-12-01T00:00:00Z', undefined],
    ['cycle', 'R/2026-02-02/P1D', '2026-02-01T17:00:00.000Z'],
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
