import assert from 'node:assert/strict';
import { alphabetical } from './alphabetical.ts';

describe('Lists of names', () => {
  const order = (names: readonly string[], language: 'vi' | 'en') => alphabetical(names, (name) => name, language);
  it('stand in the Vietnamese alphabet', () => assert.deepEqual(order(['Đăng ký khai sinh', 'Ủy quyền', 'Dự thảo', 'Ăn uống', 'Cấp phép', 'An toàn', 'Ý kiến', 'Bước 10', 'Bước 9', 'Âm thanh', 'Ơn', 'Ông', 'Oan'], 'vi'),
    ['An toàn', 'Ăn uống', 'Âm thanh', 'Bước 9', 'Bước 10', 'Cấp phép', 'Dự thảo', 'Đăng ký khai sinh', 'Oan', 'Ông', 'Ơn', 'Ủy quyền', 'Ý kiến']));
  it('or in the English one', () => assert.deepEqual(order(['permit', 'Birth', 'appeal'], 'en'), ['appeal', 'Birth', 'permit']));
});
