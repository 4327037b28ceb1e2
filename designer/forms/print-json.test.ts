import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { printJson } from './print-json.ts';

describe('the text of a form file', () => {
  it('says the same as the value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(JSON.parse(printJson(value)), JSON.parse(JSON.stringify(value)))));
  });
  it('keeps short things on one line', () => {
    assert.equal(printJson({ a: [1, 2], b: { vi: 'Tên', en: 'Name' } }), '{\n  "a": [1, 2],\n  "b": { "vi": "Tên", "en": "Name" }\n}\n');
  });
  it('keeps most lines of the shipped forms as they are', () => {
    for (const path of globSync('procedures/*/forms/*.json')) {
      const text = readFileSync(path, 'utf8');
      const printed = new Set(printJson(JSON.parse(text)).split('\n'));
      const lines = text.split('\n');
      assert.ok(lines.filter((line) => printed.has(line)).length / lines.length > 0.6, path);
    }
  });
});
