import assert from 'node:assert/strict';
import { labelWidth } from './label-width.ts';

describe('the width in which a name beside an element is drawn', () => {
  const measured = (word: string): number => word.length * 7.4;
  const cases: readonly (readonly [name: string, width: number, drawn: number])[] = [
    ['Có', 12, 15], ['Không', 15, 37], ['Có', 40, 40], ['Không đồng ý', 50, 50], ['', 20, 20], ['tự-động-hóa', 20, 37], ['Yes', 15, 23],
  ];
  const lines: readonly (readonly [name: string, width: number, lines: number, drawn: number])[] = [
    ['Start Event 1', 90, 1, 99], ['Start Event 1', 90, 2, 99], ['Start Event 1', 80, 2, 80], ['Start Event 1', 100, 1, 100], ['Start Event 1', 60, 1, 60], ['Nhận hồ sơ của dân', 40, 3, 52],
  ];
  const linesOf = (name: string, width: number): number => name.split(' ').reduce(({ count, line }, word) => {
    const longer = line === '' ? word : `${line} ${word}`;
    return measured(longer) <= width ? { count, line: longer } : { count: count + 1, line: word };
  }, { count: 1, line: '' }).count;
  for (const [name, width, most, drawn] of lines) it(`is ${drawn} for “${name}” in ${width} with room for ${most} lines`, () => assert.equal(labelWidth(name, width, measured, (at) => linesOf(name, at), most), drawn));
  for (const [name, width, drawn] of cases) it(`is ${drawn} for “${name}” in ${width}`, () => assert.equal(labelWidth(name, width, measured), drawn));
});
