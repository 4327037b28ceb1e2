import assert from 'node:assert/strict';
import { tell, type Shape } from './shape.ts';
import { telling } from './testing/packages.ts';

const list: Shape = { is: 'list', id: String, item: (value: string) => `trang ${value}`, of: { is: 'code' } };
const letters = [...'abcdefghijklmnop'];

describe('lists, told in words', () => {
  const told = async (before: readonly string[], after: readonly string[]) => tell(before, after, list, await telling('vi')).map(({ text }) => text);
  const rows: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
    ['say the whole order of few', ['a', 'b', 'c'], ['b', 'a', 'c'], ['Đổi thứ tự, nay là trang b; trang a; trang c.']],
    ['say of many what moved where', letters, ['a', 'c', 'd', 'e', 'b', ...letters.slice(5)], ['Đổi thứ tự: trang b nay đứng sau trang e.']],
    ['say of many what stands first now', letters, ['h', ...letters.filter((one) => one !== 'h')], ['Đổi thứ tự: trang h nay đứng đầu.']],
    ['leave out none of many that came', [], letters, [`Thêm ${letters.slice(0, 12).map((one) => `trang ${one}`).join('; ')}.`, `Thêm ${letters.slice(12).map((one) => `trang ${one}`).join('; ')}.`]],
  ];
  for (const [what, before, after, expected] of rows) it(what, async () => assert.deepEqual(await told(before, after), expected));
});

describe('values, told in words', () => {
  it('that are both only called a fixed value are said to be others, not the same', async () => {
    const { text, language } = await telling('vi');
    const [{ text: said } = { text: '' }] = tell('x', 'y', { is: 'value', say: () => text('toldCodeHeld') }, { text, language }, ['Gợi ý']);
    assert.equal(said, 'Gợi ý: đã đổi.');
  });
  it('stand with small letters within a sentence, unless they are quoted or abbreviated', async () => {
    const on = await telling('vi');
    const [{ text: said } = { text: '' }] = tell('Gợi ý', 'PDF', { is: 'value', say: String }, on, ['Câu hỏi “Tên”', 'Nhãn']);
    assert.equal(said, 'Câu hỏi “Tên”, nhãn: từ gợi ý thành PDF.');
  });
});
