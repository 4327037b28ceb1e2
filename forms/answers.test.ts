import { strict as assert } from 'node:assert';
import { answerSections, displayed } from './answers.ts';
import { evaluate } from './evaluate.ts';
import type { Lang } from './text.ts';
import { answer, at, catalogues, house } from './testing/house.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const sections = (lang: Lang) => answerSections(house, evaluate(house, answer, at), lang, catalogues);

describe('check your answers', () => {
  const shown: [string, string, string][] = [
    ['permitKind', 'Xây dựng mới', 'New building'],
    ['owner.address', '12/3, Đường Số Mẫu, Phường Bến Mẫu, Thành phố Hồ Chí Minh', '12/3, Đường Số Mẫu, Ben Mau ward, Ho Chi Minh City'],
    ['site.parcels', '12, 13-1', '12, 13-1'],
    ['site.certDate', '27/03/2019', '27/03/2019'],
    ['site.adjoining', 'Không', 'No'],
    ['work.density', '', ''],
    ['work.cost', '1.500.000.000 đ', '1.500.000.000 đ'],
    ['work.months', '8 tháng', '8 months'],
    ['work.floors.0.height', '3,6 m', '3.6 m'],
    ['work.floors.1.name', 'Lầu', 'Upper'],
    ['drawings', 'Bản vẽ mặt bằng.pdf (1,2 MB)', 'Bản vẽ mặt bằng.pdf (1.2 MB)'],
    ['declaration', 'Đã xác nhận', 'Confirmed'],
    ['owner.email', '', ''],
  ];
  for (const [path, vi, en] of shown) {
    it(`shows ${path} as “${vi}”`, () => {
      assert.deepEqual([displayed(house, answer, path, 'vi', catalogues), displayed(house, answer, path, 'en', catalogues)].map(plain), [vi, en]);
    });
  }

  it('goes section by section, with the page to change each answer on', () => {
    assert.deepEqual(sections('vi').map(({ title, rows }) => [title, rows.length]), [['Thủ tục', 1], ['Chủ đầu tư', 6], ['Công trình', 14], ['Giấy tờ', 2]]);
    assert.deepEqual(sections('en')[1]!.rows.map(({ page }) => page), ['owner', 'owner', 'owner', 'contact', 'contact', 'contact']);
  });

  it('shows computed values, rows with titles, and files', () => {
    const rows = sections('vi').flatMap((section) => section.rows);
    const density = rows.find(({ path }) => path === 'work.density')!;
    assert.deepEqual([density.lines, density.computed], [['75%'], true]);
    assert.deepEqual(rows.find(({ path }) => path === 'work.floors')!.groups.map(({ title }) => title), ['Tầng 1', 'Tầng 2']);
    assert.deepEqual(rows.find(({ path }) => path === 'drawings')!.files.map(({ name }) => name), ['Bản vẽ mặt bằng.pdf']);
  });
});
