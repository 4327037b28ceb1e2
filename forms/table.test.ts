import assert from 'node:assert/strict';
import { expand } from './expand.ts';
import type { Form } from './form.ts';
import { columnsOf, headingsOf, readTable, type Cell } from './table.ts';

const local = (vi: string, en: string) => ({ vi, en });
const form: Form = {
  id: 'f', title: local('Biểu', 'Form'), rules: [], sources: {},
  schema: { type: 'object', properties: { workers: { type: 'array', maxItems: 3, items: { type: 'object', required: ['name', 'born'], properties: {
    name: { type: 'string' }, idNo: { type: 'string', pattern: '^[0-9]{12}$' }, born: { $ref: 'motcua:date' }, sex: { type: 'string', enum: ['male', 'female'] },
    pay: { type: 'number' }, insured: { type: 'boolean' }, papers: { $ref: 'motcua:files' }, home: { $ref: 'motcua:address' },
  } } } } },
  ui: { sections: {}, pages: [], fields: {
    'workers[].name': { label: local('Họ và tên', 'Full name') }, 'workers[].idNo': { label: local('Số định danh', 'Identity number') }, 'workers[].born': { label: local('Ngày sinh', 'Date of birth') },
    'workers[].sex': { label: local('Giới tính', 'Sex'), options: [{ value: 'male', label: local('Nam', 'Male') }, { value: 'female', label: local('Nữ', 'Female') }] },
    'workers[].pay': { label: local('Mức lương', 'Salary'), widget: 'money' }, 'workers[].insured': { label: local('Đã đóng bảo hiểm', 'Insured') },
  } },
};
const columns = columnsOf(expand(form), 'workers');
const read = (...cells: (readonly Cell[])[]) => readTable(columns, cells, {}, 3);
const titles = ['Họ và tên', 'Số định danh', 'Ngày sinh', 'Giới tính', 'Mức lương', 'Đã đóng bảo hiểm'];

describe('A table of a spreadsheet', () => {
  it('has the columns that one cell can answer', () => {
    assert.deepEqual(columns.map(({ key }) => key), ['name', 'idNo', 'born', 'sex', 'pay', 'insured']);
    assert.deepEqual(headingsOf(columns, 'vi', {}).map(({ title }) => title), titles);
    assert.deepEqual(headingsOf(columns, 'vi', {}).map(({ hint }) => hint).slice(2), ['ngày/tháng/năm', 'Nam / Nữ', 'số', 'Có / Không']);
  });

  it('is read with titles above it, empty lines in it, and headings in either language, any order and without marks', () => {
    const found = read(['DANH SÁCH'], [null], ['gioi tinh', 'FULL NAME', 'Ghi chú', 'ngày sinh'], ['nữ', ' Nguyễn Thị Mẫu ', 'mới', '2/9/1990'], ['', null], ['Male', 'Trần Văn Thử', null, new Date('1985-03-27T00:00:00Z')]);
    assert.deepEqual(found, { rows: [{ sex: 'female', name: 'Nguyễn Thị Mẫu', born: '2/9/1990' }, { sex: 'male', name: 'Trần Văn Thử', born: '1985-03-27' }], faults: [], unknown: ['Ghi chú'] });
  });

  const cells: readonly (readonly [what: string, title: string, cell: Cell, value: unknown, expected?: RegExp])[] = [
    ['an identity number that lost its zero', 'Số định danh', 79085000001, '079085000001'],
    ['a text of digits', 'Số định danh', '079085000001', '079085000001'],
    ['a number that fits no pattern', 'Số định danh', 12, '12'],
    ['a day counted from 1899', 'Ngày sinh', 33_000, '1990-05-07'],
    ['a day in ISO', 'Ngày sinh', '1990-05-07', '1990-05-07'],
    ['no day', 'Ngày sinh', 'mùa xuân', 'mùa xuân', /27\/03\/1990.*mùa xuân/],
    ['an amount in words of numbers', 'Mức lương', '7.500.000', 7_500_000],
    ['an amount', 'Mức lương', 7_500_000, 7_500_000],
    ['no amount', 'Mức lương', 'thỏa thuận', 'thỏa thuận', /số.*thỏa thuận/],
    ['a key of a choice', 'Giới tính', 'male', 'male'],
    ['no choice', 'Giới tính', 'khác', 'khác', /“Nam”, “Nữ”.*khác/],
    ['yes', 'Đã đóng bảo hiểm', 'x', true], ['no', 'Đã đóng bảo hiểm', 'Không', false], ['a truth value', 'Đã đóng bảo hiểm', true, true],
    ['neither', 'Đã đóng bảo hiểm', 'có lẽ', null, /“Có” hoặc “Không”/],
  ];
  for (const [what, title, cell, value, expected] of cells) {
    it(`reads ${what}`, () => {
      const found = read(titles, titles.map((one) => (one === title ? cell : one === 'Họ và tên' ? 'An' : one === 'Ngày sinh' ? '1/1/1990' : null)));
      assert.ok('rows' in found);
      assert.deepEqual(found.rows[0]![columns.find(({ field }) => field.ui.label.vi === title)!.key], value);
      assert.equal(found.faults.length, expected ? 1 : 0);
      if (expected) {
        assert.match(found.faults[0]!.message.vi, expected);
        assert.equal(found.faults[0]!.row, 2);
      }
    });
  }

  it('leaves out the hints of the sample file, of lists of the installation too', () => {
    const wards = { wards: [{ value: '1', label: local('Phường Một', 'Ward One') }, { value: '2', label: local('Phường Hai', 'Ward Two') }] };
    const listed = columns.map((column) => (column.key === 'name' ? { ...column, field: { ...column.field, ui: { ...column.field.ui, catalogue: 'wards' } } } : column));
    const sheet = readTable(listed, [titles, headingsOf(listed, 'vi', wards).map(({ hint }) => hint), ['Phường Hai', null, '1/1/1990']], wards, 3);
    assert.deepEqual('rows' in sheet && [sheet.rows, sheet.faults], [[{ name: '2', born: '1/1/1990' }], []]);
    const hints = headingsOf(columns, 'vi', {});
    const found = read(titles, hints.map(({ hint }) => hint), ['An', null, '1/1/1990']);
    assert.deepEqual('rows' in found && found.rows, [{ name: 'An', born: '1/1/1990' }]);
  });

  it('is refused in words', () => {
    const refused = (...given: (readonly Cell[])[]): string => {
      const found = read(...given);
      return 'refused' in found ? found.refused.vi : '';
    };
    assert.match(refused(['a', 'b'], ['c']), /tiêu đề cột.*“Họ và tên”.*tệp mẫu/);
    assert.match(refused(['Họ và tên', 'Giới tính'], ['An', 'Nam']), /thiếu cột “Ngày sinh”/);
    assert.match(refused(titles, ...Array.from({ length: 4 }, () => ['An', null, '1/1/1990'])), /nhiều hơn 3 dòng/);
    assert.match(refused(), /tiêu đề cột/);
  });
});
