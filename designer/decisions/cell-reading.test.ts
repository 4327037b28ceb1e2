import assert from 'node:assert/strict';
import { asFeel, holdsLimits, noChoice, readAnswer, readTest, type ColumnSense, type ReadingWords } from './cell-reading.ts';

const words: ReadingWords = {
  any: 'bất kỳ', or: 'hoặc', not: (inside) => `không phải ${inside}`, between: (from, to) => `từ ${from} đến ${to}`, yes: 'Có', no: 'Không',
  compare: { '<': (value) => `dưới ${value}`, '<=': (value) => `không quá ${value}`, '>': (value) => `trên ${value}`, '>=': (value) => `từ ${value} trở lên` },
  days: { '<': (value) => `trước ${value}`, '<=': (value) => `đến hết ${value}`, '>': (value) => `sau ${value}`, '>=': (value) => `từ ${value}` },
};
const sense = (more: Partial<ColumnSense> = {}): ColumnSense => ({ name: 'permitKind', type: 'string', labels: new Map([['new', 'Cấp mới'], ['repair', 'Sửa chữa']]), isMoney: false, ...more });
const money = sense({ name: 'amount', type: 'number', labels: new Map(), isMoney: true });
const limit = sense({ name: 'limit', labels: new Map(), isLimit: true });
const quantity = sense({ name: 'quantity', type: 'number', labels: new Map(), facts: new Map([['area', 'Diện tích']]) });

describe('a cell of a decision table is read in words', () => {
  const tests: readonly [cell: string, sense: ColumnSense, read: string | undefined][] = [
    ['-', sense(), 'bất kỳ'],
    ['"new"', sense(), 'Cấp mới'],
    ['"new", "repair"', sense(), 'Cấp mới hoặc Sửa chữa'],
    ['not("new")', sense(), 'không phải Cấp mới'],
    ['>= 100000', money, 'từ 100.000 đ trở lên'],
    ['[1..3]', sense({ type: 'number' }), 'từ 1 đến 3'],
    ['true', sense({ type: 'boolean' }), 'Có'],
    ['< date("2026-07-01")', sense({ type: 'date' }), 'trước 01/07/2026'],
    ['[date("2026-01-01")..date("2026-06-30")]', sense({ type: 'date' }), 'từ 01/01/2026 đến 30/06/2026'],
    ['starts with(?, "a")', sense(), undefined],
  ];
  for (const [cell, of, read] of tests) it(`as a condition: ${cell}`, () => assert.equal(readTest(cell, of, words, 'vi')?.replaceAll('\u00a0', ' '), read));

  const answers: readonly [cell: string, sense: ColumnSense, read: string | undefined][] = [
    ['75000', money, '75.000 đ'],
    ['"7 working days"', sense({ labels: new Map() }), '7 ngày làm việc'],
    ['"Miễn"', sense(), undefined],
    ['false', sense({ type: 'boolean' }), 'Không'],
    ['quantity * unitPrice', money, undefined],
    ['area', quantity, 'Diện tích'],
  ];
  for (const [cell, of, read] of answers) it(`as an answer: ${cell}`, () => assert.equal(readAnswer(cell, of, words, 'vi')?.replaceAll('\u00a0', ' '), read));
});

describe('a column is one of time limits', () => {
  const columns: readonly (readonly [cells: readonly string[], are: boolean])[] = [[['"7 working days"', '-'], true], [['-', '"120 minutes", "3 working days"'], true], [['"same day"'], true], [['"Miễn"', '7'], false], [[], false], [['string(amount) + " working days"'], false]];
  for (const [cells, are] of columns) it(`${cells.join(' ; ')}: ${are}`, () => assert.equal(holdsLimits(cells), are));
});

describe('what people type in a cell becomes an expression', () => {
  const typed: readonly [typed: string, sense: ColumnSense, isTest: boolean, feel: string][] = [
    ['cấp mới', sense(), true, '"new"'],
    ['new', sense(), true, '"new"'],
    ['"new"', sense(), true, '"new"'],
    ['-', sense(), true, '-'],
    ['75.000 đ', money, false, '75000'],
    ['75.000', money, false, '75000'],
    ['75000', money, false, '75000'],
    ['Lệ phí gia hạn', sense(), false, '"Lệ phí gia hạn"'],
    ['Miễn', sense(), false, '"Miễn"'],
    ['if a then "b" else "c"', sense(), false, 'if a then "b" else "c"'],
    ['channel', sense(), false, 'channel'],
    ['> 5', sense({ type: 'number' }), true, '> 5'],
    ['quantity * unitPrice', money, false, 'quantity * unitPrice'],
    ['diện tích', quantity, false, 'area'],
    ['area * 2', quantity, false, 'area * 2'],
    ['Cấp mới hoặc sửa chữa', sense(), true, '"new", "repair"'],
    ['Cấp mới, sửa chữa', sense(), true, '"new", "repair"'],
    ['Cấp mới, sửa chữa hoặc Xây thêm, cải tạo', sense({ labels: new Map([['new', 'Cấp mới'], ['repair', 'Sửa chữa'], ['more', 'Xây thêm, cải tạo']]) }), true, '"Cấp mới, sửa chữa hoặc Xây thêm, cải tạo"'],
    ['Xây thêm, cải tạo', sense({ labels: new Map([['new', 'Cấp mới'], ['more', 'Xây thêm, cải tạo']]) }), true, '"more"'],
    ['từ 01/07/2026', sense({ type: 'date' }), true, '>= date("2026-07-01")'],
    ['Đến hết 1/7/2026', sense({ type: 'date' }), true, '<= date("2026-07-01")'],
    ['từ 01/01/2026 đến 30/06/2026', sense({ type: 'date' }), true, '[date("2026-01-01")..date("2026-06-30")]'],
    ['', sense(), false, 'null'],
    ['Cấp mới hoặc gia hạn', sense(), true, '"Cấp mới hoặc gia hạn"'],
    ['3 ngày làm việc', limit, false, '"3 working days"'],
    ['1 giờ', limit, false, '"1 hour"'],
    ['2,5 ngày', limit, false, '"2.5 days"'],
    ['1.000 phút', limit, false, '1.000 phút'],
    ['Trong ngày', limit, true, '"same day"'],
    ['3 Working Days', limit, false, '"3 working days"'],
    // a text that only sounds like one stays as it is
    ['Trong ngày', sense(), false, '"Trong ngày"'],
    ['Có', sense({ type: 'boolean' }), true, 'true'],
    ['>= 01/07/2026', sense({ type: 'date' }), true, '>= date("2026-07-01")'],
  ];
  for (const [text, of, isTest, feel] of typed) it(`${text} → ${feel}`, () => assert.equal(asFeel(text, of, isTest, words), feel));
});

describe('a condition names a choice that its column does not have', () => {
  const cells: readonly (readonly [cell: string, of: ColumnSense, named: string | undefined])[] = [['"new", "repair"', sense(), undefined], ['"Cấp mới và sửa"', sense(), 'Cấp mới và sửa'], ['not("renewal")', sense(), undefined], ['"x"', sense({ labels: new Map() }), undefined], ['-', sense(), undefined]];
  for (const [cell, of, named] of cells) it(`${cell}: ${named ?? 'no'}`, () => assert.equal(noChoice(cell, of), named));
});
