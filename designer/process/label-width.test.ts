import assert from 'node:assert/strict';
import { labelWidth } from './label-width.ts';

describe('the width in which a name beside an element is drawn', () => {
  const measured = (word: string): number => word.length * 7.4;
  const cases: readonly (readonly [name: string, width: number, drawn: number])[] = [
    ['Có', 12, 15], ['Không', 15, 37], ['Có', 40, 40], ['Không đồng ý', 50, 50], ['', 20, 20], ['tự-động-hóa', 20, 37], ['Yes', 15, 23],
  ];
  for (const [name, width, drawn] of cases) it(`is ${drawn} for “${name}” in ${width}`, () => assert.equal(labelWidth(name, width, measured), drawn));
});
