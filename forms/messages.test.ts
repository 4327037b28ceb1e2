import { strict as assert } from 'node:assert';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expand } from './expand.ts';
import { messageOf, sentences } from './messages.ts';
import { house } from './testing/house.ts';
import { inSentence } from './text.ts';

const unsaid = new Set([
  // Never reach a person: annotations, structure, or told by what is inside them.
  'allOf', 'if', 'then', 'else', 'items', 'properties', 'additionalItems', 'patternProperties', 'dependencies', 'dependentSchemas', 'minContains', 'maxContains',
  'unevaluatedItems', 'unevaluatedProperties', 'nullable', 'discriminator', 'formatMinimum', 'formatMaximum',
]);

describe('sentences for people', () => {
  it('has one for every keyword of ajv that can fail', () => {
    const known = Object.keys(new Ajv2020({ strict: false }).RULES.keywords).filter((keyword) => !keyword.startsWith('$'));
    const annotations = new Set(['title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'examples', 'contentMediaType', 'contentEncoding', 'contentSchema', 'id', 'definitions']);
    assert.deepEqual(known.filter((keyword) => !(keyword in sentences) && !unsaid.has(keyword) && !annotations.has(keyword)), []);
  });

  it('names the field in both languages, and ends without a mark', () => {
    const field = expand(house).fields.get('work.totalFloor');
    for (const keyword of Object.keys(sentences)) {
      const { vi, en } = messageOf(keyword, { limit: 3, type: 'number', format: 'date', multipleOf: 0.01, name: 'a.pdf', kinds: 'PDF', most: '1 MB', additionalProperty: 'x' }, field);
      assert.ok(vi.length > 8 && en.length > 8);
      assert.doesNotMatch(vi + en, /undefined|[.!]$/);
    }
  });

  it('keeps abbreviations in capitals in the middle of a sentence', () => {
    assert.deepEqual(['Số điện thoại', 'CCCD', 'Ấp', 'Đường'].map(inSentence), ['số điện thoại', 'CCCD', 'ấp', 'đường']);
  });
});
