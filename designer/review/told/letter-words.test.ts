import assert from 'node:assert/strict';
import { LetterTemplate } from '../../../procedures/letters/template.ts';
import { letterSentences } from './letter-words.ts';
import { mutations, someOf, type JsonSchema, type Other } from './testing/mutated.ts';
import { calledBy, codesIn, faultIn, shipped, telling, textsOf } from './testing/packages.ts';

const other: Other = (at, value) => {
  if (/(\.when|\.picture|\.rows|\.items)$/.test(at)) return value === 'unit.name != null' ? 'unit.phone != null' : 'unit.name != null';
  if (at.endsWith('.width')) return 30;
  return value === undefined ? 'Chữ mới' : `${String(value)} khác`;
};

describe('a change of a letter, told in words', () => {
  for (const key of shipped)
    it(`is told wherever the letters of ${key} may change, without a code of the package`, async () => {
      const texts = textsOf(key);
      const codeIn = codesIn(texts);
      const faults: string[] = [];
      for (const language of key === 'construction-permit-house' ? (['vi', 'en'] as const) : (['vi'] as const)) {
        const told = await telling(language);
        const called = await calledBy(texts, told);
        const changed = function* () {
          for (const [path, before] of texts) if (/^letters\/[^/]+\.json$/.test(path)) for (const one of mutations(LetterTemplate as JsonSchema, JSON.parse(before), other)) yield { ...one, path, before };
        };
        for (const { at, did, value, path, before } of someOf(changed(), 1, (place) => place.replaceAll(/\.\d+/g, '.n'))) {
          const fault = faultIn(letterSentences(before, JSON.stringify(value), called), codeIn, told);
          if (fault !== undefined) faults.push(`${language} ${at} ${did}: ${path} ${fault}`);
        }
      }
      assert.deepEqual(faults, []);
    });

  it('says which part is another, and that a file is only written otherwise', async () => {
    const texts = textsOf('construction-permit-house');
    const called = await calledBy(texts, await telling('vi'));
    const letter = texts.get('letters/refusal.json')!;
    const reason = '{{ inputs.reason }}';
    assert.ok(letter.includes(reason));
    assert.match(letterSentences(letter, letter.replace(reason, 'Vì thiếu giấy tờ'), called).join('\n'), /Phần \d+, đoạn văn .*«.*Lý do.*».*“.*Vì thiếu giấy tờ.*”/);
    assert.deepEqual(letterSentences(letter, `${letter}\n`, called), [called.text('onlyWriting')]);
    assert.deepEqual(letterSentences(letter, '{', called), [called.text('fileChanged')]);
  });
});
