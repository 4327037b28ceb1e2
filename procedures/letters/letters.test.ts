import { strict as assert } from 'node:assert';
import { fillLetter } from './fill.ts';
import { letterProblems } from './check.ts';
import type { LetterTemplate } from './template.ts';
import { moneyInWords } from './writing.ts';

const at = '2026-11-23T02:00:00Z';
const template = (text: string, more: Partial<LetterTemplate> = {}): LetterTemplate => ({
  format: 1, name: { vi: 'Giấy thử', en: 'Test' }, paper: 'A4', head: { issuer: 'Phường Mẫu' }, blocks: [{ block: 'paragraph', text }], ...more,
});
const written = (text: string, context = {}) => {
  const [block] = fillLetter(template(text), context, at, (path, value) => (path === 'kind' && value === 'individual' ? 'Cá nhân' : path === 'communes' ? 'Phường Hoa Mai' : undefined)).blocks;
  return block?.block === 'paragraph' ? block.text : '';
};

describe('a letter is filled from the dossier', () => {
  const cases: readonly [string, string, Record<string, never> | object, string][] = [
    ['a plain value', '{{ owner.name }}', { owner: { name: 'Nguyễn Thị Mẫu' } }, 'Nguyễn Thị Mẫu'],
    ['a number with comma and dots', '{{ area | number }} m²', { area: 1234.5 }, '1.234,5 m²'],
    ['money', '{{ fee | money }}', { fee: 75000 }, '75.000 đ'],
    ['a date', '{{ day | date }}', { day: '2026-12-02' }, '02/12/2026'],
    ['an instant in Viet Nam time', '{{ when | dateTime }}', { when: '2026-12-02T10:00:00Z' }, '17 giờ 00 phút, ngày 02/12/2026'],
    ['a date in words', '{{ when | dateInWords }}', { when: '2026-11-30T18:00:00Z' }, 'ngày 01 tháng 12 năm 2026'],
    ['a month that begins with no zero', '{{ when | dateInWords }}', { when: '2026-03-05' }, 'ngày 05 tháng 3 năm 2026'],
    ['a month that does', '{{ when | dateInWords }}', { when: '2026-02-11' }, 'ngày 11 tháng 02 năm 2026'],
    ['a date wholly in words', '{{ when | dateSpelt }}', { when: '2026-04-15' }, 'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['a date of the last century wholly in words', '{{ when | dateSpelt }}', { when: '1985-12-01' }, 'Ngày một tháng mười hai năm một nghìn chín trăm tám mươi lăm'],
    ['a year alone where a day was awaited', '{{ when | date }}', { when: 1985 }, '1985'],
    ['the form’s word for a value', '{{ kind | label }}', { kind: 'individual' }, 'Cá nhân'],
    ['an address', '{{ place | address }}', { place: { houseNo: '12', street: 'đường Số 3', commune: '00001' } }, '12 đường Số 3, Phường Hoa Mai'],
    ['yes and no', '{{ agreed | label }}, {{ refused | label }}', { agreed: true, refused: false }, 'Có, Không'],
    ['a limit in working time', '{{ limit | workingTime }}', { limit: '7 working days' }, '7 ngày làm việc'],
    ['the same day', '{{ limit | workingTime }}', { limit: 'same day' }, 'trong ngày'],
    ['decomposed marks as composed ones', '{{ name }}', { name: 'Nguyễn'.normalize('NFD') }, 'Nguyễn'],
  ];
  for (const [what, text, context, expected] of cases) {
    it(`writes ${what}`, () => assert.equal(written(text, context), expected));
  }

  it('writes dots for what is missing and tells which', () => {
    const letter = fillLetter(template('Ông {{ nobody.name }}'), {}, at);
    assert.deepEqual(letter.missing, ['nobody.name']);
    assert.match(JSON.stringify(letter.blocks), /Ông …+/);
  });

  it('leaves out blocks whose condition is not true', () => {
    const letter = fillLetter(template('', { blocks: [{ block: 'paragraph', text: 'yes', when: 'a = 1' }, { block: 'paragraph', text: 'no', when: 'a = 2' }] }), { a: 1 }, at);
    assert.equal(letter.blocks.length, 1);
  });

  it('repeats table rows with their number', () => {
    const letter = fillLetter(template('', { blocks: [{ block: 'table', rows: 'items', columns: [{ head: 'TT', value: '{{ number }}' }, { head: 'Tên', value: '{{ item.name }}' }] }] }), { items: [{ name: 'a' }, { name: 'b' }] }, at);
    assert.deepEqual(letter.blocks[0]?.block === 'table' && letter.blocks[0].rows, [['1', 'a'], ['2', 'b']]);
  });

  const corners = [{ x: 1200, y: 600 }, { x: 1200, y: 605 }, { x: 1180, y: 605 }];
  const sketched: readonly [string, object | null, number][] = [['three corners', corners, 3], ['two corners', corners.slice(1), 0], ['no corners', null, 0], ['a corner without its y', [...corners.slice(1), { x: 1 }], 0]];
  for (const [what, points, drawn] of sketched) {
    it(`draws a parcel from ${what}: ${drawn === 0 ? 'nothing' : 'east, then north'}`, () => {
      const { blocks: [block], missing } = fillLetter(template('', { blocks: [{ block: 'sketch', points: 'extract.points', without: 'Theo bản kèm theo {{ extract.parcel }}' }] }), { extract: { points, parcel: '12' } as never }, at);
      assert.ok(block?.block === 'sketch');
      assert.deepEqual([block.points.length, block.points[0] ?? null, block.without, missing.length], [drawn, drawn === 0 ? null : [600, 1200], 'Theo bản kèm theo 12', drawn === 0 ? 1 : 0]);
    });
  }

  const subjects: readonly [string, object | undefined][] = [['{ sheet: "1", parcel: "2" }', { sheet: '1', parcel: '2' }], ['{ latitude: 10.5, longitude: 106.5 }', { latitude: 10.5, longitude: 106.5 }], ['{ sheet: "1" }', undefined], ['null', undefined]];
  for (const [about, asked] of subjects) {
    it(`asks the maps for ${about}`, () => {
      const [block] = fillLetter(template('', { blocks: [{ block: 'map', about }] }), {}, at).blocks;
      assert.deepEqual(block?.block === 'map' && block.about, asked);
    });
  }

  it('names a wrong expression of a drawing', () => {
    assert.deepEqual(letterProblems(template('', { blocks: [{ block: 'map', about: 'a +' }, { block: 'sketch', points: '(' }] })).map(({ place }) => place), ['blocks[0].about', 'blocks[1].points']);
  });

  it('names a wrong placeholder with its place', () => {
    const found = letterProblems(template('{{ a + }} {{ a | roman }}'));
    assert.equal(found.length, 2);
    assert.ok(found.every((problem) => problem.place === 'blocks[0].text'));
  });
});

describe('money in words', () => {
  const cases: readonly [number, string][] = [
    [0, 'Không đồng'],
    [75_000, 'Bảy mươi lăm nghìn đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [1_001_000, 'Một triệu không trăm linh một nghìn đồng'],
    [121_521, 'Một trăm hai mươi mốt nghìn năm trăm hai mươi mốt đồng'],
    [2_000_000_000, 'Hai tỷ đồng'],
  ];
  for (const [amount, expected] of cases) it(`writes ${amount}`, () => assert.equal(moneyInWords(amount), expected));
});
