import assert from 'node:assert/strict';
import { percent, taken } from './taken.ts';

describe('how long it took, as people say it', () => {
  const cases: [number, 'working' | 'wall', string, string][] = [
    [0, 'working', '0 phút làm việc', '0 working minutes'],
    [45.4, 'working', '45 phút làm việc', '45 working minutes'],
    [90, 'working', '1,5 giờ làm việc', '1.5 working hours'],
    [480, 'working', '1 ngày làm việc', '1 working day'],
    [2640, 'working', '5,5 ngày làm việc', '5.5 working days'],
    [95, 'wall', '1,6 giờ', '1.6 hours'],
    [30, 'wall', '30 phút', '30 minutes'],
    [2880, 'wall', '2 ngày', '2 days'],
  ];
  for (const [minutes, counted, vi, en] of cases) it(`${minutes} ${counted} minutes: ${vi}`, () => assert.deepEqual([taken(minutes, counted, 'vi'), taken(minutes, counted, 'en')], [vi, en]));
  it('writes shares in both languages', () => assert.deepEqual([percent(0.9456, 'vi'), percent(1, 'en')], ['94,6%', '100%']));
});
