import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { words } from '../words.ts';
import { decisionSentences } from './decision-words.ts';
import { letterSentences } from './letter-words.ts';

const shipped = (path: string) => readFileSync(new URL(`../../procedures/construction-permit-house/${path}`, import.meta.url), 'utf8');

describe('changes of tables and letters, as people read them', () => {
  it('say amounts and time limits in words', async () => {
    const [fee, limit] = [shipped('decisions/fee.dmn'), shipped('decisions/time-limit.dmn')];
    const said = [...await decisionSentences(fee, fee.replace('75000', '60000'), words.text, 'vi'), ...await decisionSentences(limit, limit.replace('"7 working days"', '"6 working days"'), words.text, 'vi')];
    assert.match(said.join('\n'), /75\.000.đ.*60\.000.đ/);
    assert.match(said.join('\n'), /dòng 1.*7 ngày làm việc.*6 ngày làm việc/);
  });

  it('say which part of a letter is another, and that a file is only written otherwise', () => {
    const letter = shipped('letters/refusal.json');
    const reason = '{{ inputs.reason }}';
    assert.ok(letter.includes(reason));
    assert.match(letterSentences(letter, letter.replace(reason, 'Vì thiếu giấy tờ'), words.text).join('\n'), /Phần \d+, Đoạn văn, nội dung: từ “.*inputs\.reason.*” thành “.*Vì thiếu giấy tờ.*”/);
    assert.deepEqual(letterSentences(letter, `${letter}\n`, words.text), [words.text('onlyWriting')]);
    assert.deepEqual(letterSentences(letter, '{', words.text), [words.text('fileChanged')]);
  });
});
