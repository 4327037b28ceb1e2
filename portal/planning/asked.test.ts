import assert from 'node:assert/strict';
import { askedIn, pathOf } from './asked.ts';
import { labelAlong, pathThrough } from '../../server/api/drawn-runs.ts';

describe('what is asked of planning, in the address of the page', () => {
  const cases: [string, ReturnType<typeof askedIn>][] = [
    ['address=12 %C4%91%C6%B0%E1%BB%9Dng', { address: '12 đường' }],
    ['sheet=45&parcel=12', { sheet: '45', parcel: '12' }],
    ['latitude=10.5&longitude=106.5', { latitude: 10.5, longitude: 106.5 }],
    ['', undefined],
    ['address=%20', undefined],
    ['sheet=45', undefined],
    ['latitude=10.5', undefined],
    ['latitude=x&longitude=y', undefined],
  ];
  for (const [search, expected] of cases) {
    it(`"${search}" asks ${JSON.stringify(expected) ?? 'nothing'}`, () => {
      assert.deepEqual(askedIn(new URLSearchParams(search)), expected);
      if (expected) assert.deepEqual(askedIn(new URL(pathOf(expected), 'http://x').searchParams), expected);
    });
  }
});

describe('the sketch of the surroundings', () => {
  it('draws lines open and areas closed', () => assert.deepEqual([pathThrough([0, 1, 2, 3], false), pathThrough([0, 1, 2, 3, 4, 5], true), pathThrough([], false)], ['M0 1L2 3', 'M0 1L2 3L4 5Z', '']));

  const labels: [string, number[][], ReturnType<typeof labelAlong>][] = [
    ['in the middle of what shows', [[-1000, 500, 2000, 500]], { x: 500, y: 500, turn: 0 }],
    ['along a slope', [[0, 0, 1000, 1000]], { x: 500, y: 500, turn: 45 }],
    ['never upside down', [[1000, 1000, 0, 0]], { x: 500, y: 500, turn: 45 }],
    ['upright from below', [[500, 1000, 500, 0]], { x: 500, y: 500, turn: 90 }],
    ['on the longest piece', [[0, 0, 510, 0, 510, 1000]], { x: 510, y: 500, turn: 90 }],
    ['nowhere outside', [[-500, -10, 2000, -10]], undefined],
    ['nowhere on a short end', [[900, 500, 2000, 500]], undefined],
  ];
  for (const [where, runs, expected] of labels) it(`names a road ${where}`, () => assert.deepEqual(labelAlong(runs, 1000, 1000), expected));
});
