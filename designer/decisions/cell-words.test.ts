import assert from 'node:assert/strict';
import type { ColumnSense, ReadingWords } from './cell-reading.ts';
import { inWords } from './cell-words.ts';

const words: ReadingWords = {
  any: 'bất kỳ', or: 'hoặc', not: (inside) => `không phải ${inside}`, between: (from, to) => `từ ${from} đến ${to}`, yes: 'Có', no: 'Không',
  compare: { '<': (value) => `dưới ${value}`, '<=': (value) => `không quá ${value}`, '>': (value) => `trên ${value}`, '>=': (value) => `từ ${value} trở lên` },
  days: { '<': (value) => `trước ${value}`, '<=': (value) => `đến hết ${value}`, '>': (value) => `sau ${value}`, '>=': (value) => `từ ${value}` },
};
const kind: ColumnSense = { name: 'kind', type: 'string', labels: new Map([['new', 'Cấp mới'], ['repair', 'Sửa chữa']]), isMoney: false };
const limits: ColumnSense = { ...kind, labels: new Map(), isLimit: true };
const amount: ColumnSense = { name: 'amount', type: 'number', labels: new Map(), isMoney: true };
const day: ColumnSense = { ...kind, name: 'day', type: 'date', labels: new Map() };

describe('a cell of a decision table stands in words where they are read back as the same', () => {
  const cells: readonly [cell: string, sense: ColumnSense, isTest: boolean, shown: string][] = [
    ['"new"', kind, true, 'Cấp mới'],
    ['"new", "repair"', kind, true, 'Cấp mới hoặc Sửa chữa'],
    ['"Lệ phí gia hạn"', kind, false, 'Lệ phí gia hạn'],
    ['75000', amount, false, '75.000 đ'],
    ['"7 working days"', limits, false, '7 ngày làm việc'],
    ['"12 working hours"', limits, false, '12 giờ làm việc'],
    ['"1.5 working days"', limits, false, '1,5 ngày làm việc'],
    ['"same day"', limits, false, 'Trong ngày'],
    ['"120 minutes"', limits, true, '120 phút'],
    ['"120 minutes", "3 working days"', limits, true, '120 phút hoặc 3 ngày làm việc'],
    ['>= date("2026-07-01")', day, true, 'từ 01/07/2026'],
    ['< date("2026-07-01")', day, true, 'trước 01/07/2026'],
    ['[date("2026-01-01")..date("2026-06-30")]', day, true, 'từ 01/01/2026 đến 30/06/2026'],
    ['date("2026-01-01"), date("2026-06-30")', day, true, '01/01/2026 hoặc 30/06/2026'],
    ['null', amount, false, ''],
    // what would be read back as something else stays FEEL
    ['-', kind, true, '-'],
    ['(date("2026-01-01")..date("2026-06-30")]', day, true, '(date("2026-01-01")..date("2026-06-30")]'],
    ['-', day, true, '-'],
    ['null', kind, true, 'null'],
    ['>= 100000', amount, true, '>= 100000'],
    ['not("new")', kind, true, 'not("new")'],
    ['"1 working days"', limits, false, '"1 working days"'],
    ['string(amount) + " working days"', limits, false, 'string(amount) + " working days"'],
    ['"channel"', { ...kind, labels: new Map() }, false, '"channel"'],
    ['"a \\"b\\" c"', kind, false, '"a \\"b\\" c"'],
    ['if a then 1 else 2', amount, false, 'if a then 1 else 2'],
  ];
  for (const [cell, sense, isTest, shown] of cells) it(`${cell} → ${shown}`, () => assert.equal(inWords(cell, sense, isTest, words, 'vi').replaceAll('\u00a0', ' '), shown));

  it('a time limit in either language as it is said there', () => {
    for (const [cell, shown] of [['"7 working days"', '7 working days'], ['"1 working day"', '1 working day'], ['"same day"', 'Same day'], ['"90 minutes"', '90 minutes']] as const) assert.equal(inWords(cell, limits, false, words, 'en'), shown);
  });
});
