import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { words } from '../words.ts';
import { decisionSentences } from './decision-words.ts';

const shipped = (path: string) => readFileSync(new URL(`../../procedures/construction-permit-house/${path}`, import.meta.url), 'utf8');

describe('changes of tables, as people read them', () => {
  it('say amounts and time limits in words', async () => {
    const [fee, limit] = [shipped('decisions/fee.dmn'), shipped('decisions/time-limit.dmn')];
    const said = [...await decisionSentences(fee, fee.replace('75000', '60000'), words.text, 'vi'), ...await decisionSentences(limit, limit.replace('"7 working days"', '"6 working days"'), words.text, 'vi')];
    assert.match(said.join('\n'), /75\.000.đ.*60\.000.đ/);
    assert.match(said.join('\n'), /dòng 1.*7 ngày làm việc.*6 ngày làm việc/);
  });
});
