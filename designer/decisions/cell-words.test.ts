import assert from 'node:assert/strict';
import type { ColumnSense, ReadingWords } from './cell-reading.ts';
import { inWords } from './cell-words.ts';

const words: ReadingWords = {
  any: 'bất kỳ', or: 'hoặc', not: (inside) => `không phải ${inside}`, between: (from, to) => `từ ${from} đến ${to}`, yes: 'Có', no: 'Không',
  compare: { '<': (value) => `dưới ${value}`, '<=': (value) => `không quá ${value}`, '>': (value) => `trên ${value}`, '>=': (value) => `từ ${value} trở lên` },
  days: { '<': (value) => `trước ${value}`, '<=': (value) => `đến hết ${value}`, '>': (value) => `sau ${value}`, '>=': (value) => `từ ${value}` },
};
const kind: ColumnSense = { name: 'kind', type: 'string', labels: new Map([['new', 'Cấp mới'], ['repair', 'Sửa chữa']]), isMoney: false };
const amount: ColumnSense = { name: 'amount', type: 'number', labels: new Map(), isMoney: true };

describe('a cell of a decision table stands in words where they are read back as the same', () => {
  const cells: readonly [cell: string, sense: ColumnSense, isTest: boolean, shown: string][] = [
    ['"new"', kind, true, 'Cấp mới'],
    ['"new", "repair"', kind, true, 'Cấp mới hoặc Sửa chữa'],
    ['"Lệ phí gia hạn"', kind, false, 'Lệ phí gia hạn'],
    ['75000', amount, false, '75.000 đ'],
    // what would be read back as something else stays FEEL
    ['-', kind, true, '-'],
    ['>= 100000', amount, true, '>= 100000'],
    ['not("new")', kind, true, 'not("new")'],
    ['"7 working days"', { ...kind, labels: new Map() }, false, '"7 working days"'],
    ['"channel"', { ...kind, labels: new Map() }, false, '"channel"'],
    ['"a \\"b\\" c"', kind, false, '"a \\"b\\" c"'],
    ['if a then 1 else 2', amount, false, 'if a then 1 else 2'],
  ];
  for (const [cell, sense, isTest, shown] of cells) it(`${cell} → ${shown}`, () => assert.equal(inWords(cell, sense, isTest, words, 'vi').replaceAll('\u00a0', ' '), shown));
});
