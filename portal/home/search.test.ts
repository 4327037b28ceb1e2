import assert from 'node:assert/strict';
import { fold } from '../../forms/fold.ts';
import { nearest, search } from './search.ts';

describe('search on the home page', () => {
  const folded: [string, string][] = [
    ['Giấy phép XÂY DỰNG', 'giay phep xay dung'],
    ['Đăng ký hộ kinh doanh', 'dang ky ho kinh doanh'],
    ['Nhà ở riêng lẻ'.normalize('NFD'), 'nha o rieng le'],
    ['  (cấp mới) ', 'cap moi'],
  ];
  for (const [written, expected] of folded) it(`reads "${written}" as "${expected}"`, () => assert.equal(fold(written), expected));

  const names = ['Cấp giấy phép xây dựng nhà ở riêng lẻ', 'Đăng ký khai sinh', 'Chứng thực bản sao'];
  const cases: [string, number[]][] = [
    ['xay dung', [0]],
    ['XÂY', [0]],
    ['nha giay phep', [0]],
    ['khai sinh dang ky', [1]],
    ['dang', [1]],
    ['', [0, 1, 2]],
    ['xe máy', []],
  ];
  for (const [asked, expected] of cases)
    it(`"${asked}" finds ${expected.length}`, () => assert.deepEqual(search(names, asked, (name) => name), expected.map((index) => names[index])));

  const sentences: [string, number[]][] = [
    ['làm giấy khai sinh cho con', [1]],
    ['toi muon xin giay phep xay nha', [0]],
    ['sao', []],
    ['xe máy cũ', []],
  ];
  for (const [asked, expected] of sentences)
    it(`a sentence such as "${asked}" comes near to ${expected.length}`, () => assert.deepEqual(nearest(names, asked, (name) => name), expected.map((index) => names[index])));

  const tongues = [{ vi: 'Đăng ký lao động bên A', en: 'Employers before' }, { vi: 'Em bé', en: 'Baby' }] as const;
  const among: [string, number[]][] = [['em be', [1]], ['employ', [0]], ['nothing', []]];
  for (const [asked, expected] of among)
    it(`"${asked}" is looked for in one language after the other`, () => assert.deepEqual(search(tongues, asked, ({ vi }) => vi, ({ en }) => en), expected.map((index) => tongues[index])));
});
