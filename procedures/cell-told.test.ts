import { strict as assert } from 'node:assert';
import { cellTold } from './cell-told.ts';

const names: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = { new: { vi: 'Xây mới', en: 'New house' } };

describe('A cell of a table, as a sentence names it', () => {
  const rows: readonly (readonly [cell: string, vi: string, en: string])[] = [
    ['"new"', 'Xây mới', 'New house'],
    ['"new", "old"', 'Xây mới, old', 'New house, old'],
    [' >= date("2026-07-01") ', 'từ ngày 01/07/2026', 'from 01/07/2026'],
    ['> date("2026-07-01")', 'sau ngày 01/07/2026', 'after 01/07/2026'],
    ['<= date("2026-06-30")', 'đến hết ngày 30/06/2026', 'up to 30/06/2026'],
    ['< date("2026-07-01")', 'trước ngày 01/07/2026', 'before 01/07/2026'],
    ['not("new")', 'not("new")', 'not("new")'],
    ['"a\\"b"', '"a\\"b"', '"a\\"b"'],
    ['[1..5]', '[1..5]', '[1..5]'],
    ['true', 'true', 'true'],
  ];
  for (const [cell, vi, en] of rows) it(cell, () => assert.deepEqual(cellTold(cell, (answer, lang) => names[answer]?.[lang] ?? answer), { vi, en }));
  it('keeps quotes where nobody knows the names', () => assert.deepEqual(cellTold('"new", "old"'), { vi: '"new", "old"', en: '"new", "old"' }));
});
