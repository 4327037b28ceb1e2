import assert from 'node:assert/strict';
import { isDay, isMoment, readDay, readMoment } from './day.ts';

describe('a day as people type it', () => {
  const days: readonly (readonly [typed: string, day: string | undefined])[] = [
    ['27/3/2026', '2026-03-27'], ['27/03/2026', '2026-03-27'], [' 7.3.2026 ', '2026-03-07'], ['27-3-2026', '2026-03-27'], ['27 3 2026', '2026-03-27'], ['27,3,2026', '2026-03-27'], ['27 / 3 / 2026', undefined], ['27/ 3/ 2026', '2026-03-27'],
    ['27032026', '2026-03-27'], ['2026-03-27', '2026-03-27'], ['29/2/2028', '2028-02-29'], ['29/2/2026', undefined], ['31/4/2026', undefined], ['3/27/2026', undefined], ['27/3/26', undefined], ['27/3', undefined], ['', undefined], ['hôm nay', undefined], ['0/3/2026', undefined], ['2026-3-27', undefined],
  ];
  for (const [typed, day] of days) it(`“${typed}” is ${day ?? 'none'}`, () => assert.equal(readDay(typed), day));

  const moments: readonly (readonly [typed: string, moment: string | undefined])[] = [
    ['7:30 27/3/2026', '2026-03-27T07:30'], ['07h30 27/3/2026', '2026-03-27T07:30'], ['16:30, 27/03/2026', '2026-03-27T16:30'], ['2026-03-27T16:30', '2026-03-27T16:30'], ['24:00 27/3/2026', undefined], ['7:60 27/3/2026', undefined], ['27/3/2026', undefined], ['7:30', undefined], ['', undefined],
  ];
  for (const [typed, moment] of moments) it(`“${typed}” is ${moment ?? 'no time of a day'}`, () => assert.equal(readMoment(typed), moment));

  it('is told from what only may become one', () => {
    assert.deepEqual(['2026-03-27', '27/3/2026', '', '2026-02-30'].map(isDay), [true, false, false, false]);
    assert.deepEqual(['2026-03-27T07:30', '2026-03-27', ''].map(isMoment), [true, false, false]);
  });
});
