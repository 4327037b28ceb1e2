import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readJson } from './json-body.ts';

describe('JSON as we let it in', () => {
  it('gives what JSON.parse gives for honest JSON', () => {
    const honest = fc.jsonValue({ maxDepth: 5, noUnicodeString: true }).filter((value) => !/"(__proto__|constructor|prototype)":|e\+|-0/.test(JSON.stringify(value)) && !/[0-9]{16,}/.test(JSON.stringify(value)));
    fc.assert(fc.property(honest, (value) => {
      const text = JSON.stringify(value);
      assert.deepEqual(readJson(text), { value: JSON.parse(text) });
    }));
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void readJson(text)));
  });

  const table: readonly (readonly [text: string, fault: string])[] = [
    ['{"a":1,"a":2}', 'duplicate'], ['{"a":{"b":1,"b":1}}', 'duplicate'], ['{"a":":","b":"\\":"}', 'none'], ['[1e999]', 'number'], ['[12345678901234567890]', 'number'], ['[0.1]', 'none'],
    ['{"__proto__":1}', 'name'], ['{"constructor":1}', 'name'], ['["\\u0000"]', 'text'], ['{', 'syntax'],
  ];
  for (const [text, fault] of table) it(`${text}: ${fault}`, () => {
    const read = readJson(text);
    assert.equal('fault' in read ? read.fault : 'none', fault);
  });
});
