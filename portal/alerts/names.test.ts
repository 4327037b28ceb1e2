import { strict as assert } from 'node:assert';
import type { AlertMap } from '../../server/api/alert.ts';
import { roadNames } from './names.ts';

const road = (name: string, width: number, ...run: number[]): AlertMap['roads'][number] => ({ label: { vi: name, en: name }, width, runs: [run] });
const map = (roads: AlertMap['roads'], marks: AlertMap['marks'] = []): AlertMap => ({ width: 1000, height: 1000, roads, marks });
const mark = (x: number, y: number): AlertMap['marks'][number] => ({ alert: 'a', number: 1, level: 1, over: false, closed: false, runs: [[x, y]], radius: 0, at: [x, y] });
const named = (given: AlertMap, numbered = true): readonly string[] => roadNames(given, 20, numbered).map(({ label }) => label.vi);

describe('names of roads on the drawing of alerts', () => {
  const [wide, narrow] = [road('Đại lộ Sen', 20, 0, 500, 1000, 500), road('Đường Một', 10, 500, 0, 500, 1000)];
  it('are shown where there is room, the widest road first where two cross', () => assert.deepEqual([named(map([narrow])), named(map([narrow, wide]))], [['Đường Một'], ['Đại lộ Sen']]));
  it('give way to the number of an alert, where there are numbers', () => assert.deepEqual([named(map([wide], [mark(500, 500)])), named(map([wide], [mark(500, 500)]), false)], [[], ['Đại lộ Sen']]));
  it('are left out where they would not fit', () => assert.deepEqual(named(map([road('Đường có tên dài', 10, 0, 5, 150, 5), road('Đường rất dài không vừa khung hình này đâu, thật vậy, còn dài nữa, dài thêm nữa, cho đến khi không vừa', 10, 0, 300, 1000, 300)])), []));
});
