import { strict as assert } from 'node:assert';
import { expand } from './expand.ts';
import { normalise } from './normalise.ts';
import { small } from './testing/small.ts';

describe('what is typed becomes what is kept', () => {
  const cases: [string, string, unknown][] = [
    ['personal-id', ' 079 099 000 001 ', '079099000001'],
    ['personal-id', '079.099.000.001', '079099000001'],
    ['phone', '090 1234 567', '0901234567'],
    ['phone', '0901.234.567', '0901234567'],
    ['phone', '+84 901 234 567', '0901234567'],
    ['phone', '+84 (0)901 234 567', '0901234567'],
    ['phone', '84901234567', '0901234567'],
    ['full-name', '  Nguyễn   Thị Mẫu\u200b ', 'Nguyễn Thị Mẫu'],
    ['full-name', 'Nguyễn'.normalize('NFD'), 'Nguyễn'],
    ['full-name', 'Mẫu\u0000\nMẫu', 'Mẫu Mẫu'],
    ['area', '1.234,5', 1234.5],
    ['area', 'rộng', 'rộng'],
    ['area', '  ', undefined],
    ['money', '75.000', 75000],
    ['past-date', '27/3/2019', '2019-03-27'],
    ['past-date', '27-03-2019', '2019-03-27'],
    ['past-date', 'hôm qua', 'hôm qua'],
    ['certificate-serial', 'cs 123456', 'CS 123456'],
    ['parcel-no', ' 12 - 3 ', '12-3'],
    ['long-text', 'Dòng một\r\nDòng hai\t', 'Dòng một\nDòng hai'],
    ['yes-no', '', undefined],
  ];
  for (const [block, typed, kept] of cases) {
    it(`${block}: ${JSON.stringify(typed)} → ${JSON.stringify(kept)}`, () => {
      const form = expand(small({ field: { $ref: `motcua:${block}` } }));
      assert.deepEqual(normalise(form, { field: typed }), kept === undefined ? {} : { field: kept });
    });
  }

  it('drops nulls, keeps rows, and does not touch the prototype', () => {
    const form = expand(small({ rows: { type: 'array', items: { type: 'object', properties: { a: { type: 'number' } } } }, b: { type: 'string' } }));
    const typed = JSON.parse('{"rows":[{"a":"1,5"},null],"b":null,"__proto__":{"x":1}}') as Record<string, never>;
    assert.deepEqual(normalise(form, typed), { rows: [{ a: 1.5 }, {}] });
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });
});
