import { strict as assert } from 'node:assert';
import { lawIn } from './law-in.ts';

describe('the law in a source', () => {
  const cases = [
    ['Điều 55, 56; gh:71078875846', 'Điều 55, 56'],
    ['Điều 2 Luật A; Điều 3 Luật B', 'Điều 2 Luật A; Điều 3 Luật B'],
    ['gh:71168632766', undefined],
    ['Chưa đọc lại, cần kiểm tra', undefined],
    ['Ứng dụng hướng dẫn của Thành phố; Điều 3 Luật A', 'Điều 3 Luật A'],
  ] as const;
  for (const [source, law] of cases) it(`“${source}” is ${law === undefined ? 'no law' : `“${law}”`}`, () => assert.equal(lawIn(source)?.vi, law));
});
