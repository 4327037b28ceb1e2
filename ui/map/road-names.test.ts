import { strict as assert } from 'node:assert';
import type { RoadMap } from '../../server/api/map.ts';
import { roadNames } from './road-names.ts';

const road = (name: string, width: number, ...run: number[]): RoadMap['roads'][number] => ({ label: { vi: name, en: name }, width, runs: [run] });
const map = (roads: RoadMap['roads']): RoadMap => ({ width: 1000, height: 1000, roads });
const named = (given: RoadMap, ...numbers: (readonly [number, number])[]): readonly string[] => roadNames(given, 20, numbers).map(({ label }) => label.vi);

describe('names of roads on a drawing', () => {
  const [wide, narrow] = [road('Đại lộ Sen', 20, 0, 500, 1000, 500), road('Đường Một', 10, 500, 0, 500, 1000)];
  it('are shown where there is room, the widest road first where two cross', () => assert.deepEqual([named(map([narrow])), named(map([narrow, wide]))], [['Đường Một'], ['Đại lộ Sen']]));
  it('give way to a number', () => assert.deepEqual([named(map([wide]), [500, 500]), named(map([wide]))], [[], ['Đại lộ Sen']]));
  it('are left out where they would not fit', () => assert.deepEqual(named(map([road('Đường có tên dài', 10, 0, 5, 150, 5), road('Đường rất dài không vừa khung hình này đâu, thật vậy, còn dài nữa, dài thêm nữa, cho đến khi không vừa', 10, 0, 300, 1000, 300)])), []));
});
