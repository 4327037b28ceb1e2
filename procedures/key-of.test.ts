import assert from 'node:assert/strict';
import { isKey, keyOf } from './key-of.ts';

describe('the key proposed for a name', () => {
  const proposed: Readonly<Record<string, string>> = {
    'Cấp phép sử dụng tạm vỉa hè': 'cap-phep-su-dung-tam-via-he',
    'Đăng ký đất đai (lần đầu)': 'dang-ky-dat-dai-lan-dau',
    '  2 bước  ': 'buoc',
    '???': '',
    [`${'rất '.repeat(30)}dài`]: 'rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat',
  };
  for (const [name, key] of Object.entries(proposed)) it(name, () => assert.deepEqual([keyOf(name), isKey(key)], [key, key !== '']));
});
