import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decide } from '../../engine/decision/evaluate.ts';
import { readDmn } from '../../engine/decision/read.ts';
import { createTexts } from '../../ui/use-text.ts';
import { vi } from '../words/vi.ts';
import { readTables } from './table-file.ts';
import { triedValue } from './tried-value.ts';
import { warnedOf, whyNot } from './why-not.ts';

const at = '2026-12-01T01:00:00Z';
const { text } = createTexts(vi, async () => (await import('../words/en.ts')).en);
const limits = readFileSync(new URL('../../procedures/construction-permit-house/decisions/time-limit.dmn', import.meta.url), 'utf8');

/** What the tester says of a case of the table of limits, changed or not. */
async function told(change: (xml: string) => string, input: Record<string, string>): Promise<string> {
  const xml = change(limits);
  const [model, tables] = [await readDmn(xml), await readTables(xml, 'vi')];
  assert.ok('decisions' in model && 'decisions' in tables);
  const result = decide(model.decisions, 'timeLimit', input, at);
  const called = { decisions: tables.decisions, labelOf: (name: string) => tables.asks.get(name) ?? name };
  return 'failed' in result ? whyNot(result.failed, called, text) : result.warnings.map((warning) => warnedOf(warning, called, text)).join(' ');
}
const asItIs = (xml: string): string => xml;

describe('Why a table has no answer is said in words', () => {
  const cases: readonly (readonly [name: string, change: (xml: string) => string, input: Record<string, string>, said: RegExp])[] = [
    ['no rule fits', asItIs, { permitKind: 'moon' }, /không có lựa chọn “moon”|Không dòng nào của “[^”]+” hợp/],
    ['several rules fit', (xml) => xml.replaceAll(/(<inputEntry[^>]*><text>)[^<]*/g, '$1-'), { permitKind: 'new' }, /^Cùng lúc nhiều dòng hợp: dòng 1 của “[^”]+”, dòng 2 của/],
    ['a cell cannot be worked out', (xml) => xml.replaceAll(/(<outputEntry[^>]*><text>)[^<]*/g, '$1for i in 1.."a" return i'), { permitKind: 'new', day: '2026-12-01' }, /^Ở dòng \d của “[^”]+” có chỗ không tính được: vòng lặp phải đi từ/],
    ['it asks what nobody gave', (xml) => xml.replaceAll(/(<outputEntry[^>]*><text>)[^<]*/g, '$1floors'), { permitKind: 'new', day: '2026-12-01' }, /^Chưa có “floors”; bảng coi như không có\.$/],
  ];
  for (const [name, change, input, said] of cases)
    it(name, async () => {
      const words = await told(change, input);
      assert.match(words, said);
      assert.doesNotMatch(words, /expected|rule|null|the /);
    });
});

describe('What is typed into the tester is read as people write it', () => {
  for (const [type, typed, value] of [
    ['number', '12,5', 12.5], ['number', '1.000', 1000], ['number', '75.000 đ', 75000], ['number', 'nhiều', undefined], ['number', ' ', null],
    ['date', '01/07/2026', '2026-07-01'], ['date', '2026-07-01', '2026-07-01'], ['date', '45/07/2026', undefined], ['date', 'mai', undefined],
    ['string', 'Cấp mới', 'Cấp mới'], ['string', '"new"', 'new'], ['boolean', 'true', true], ['any', '[1, 2]', [1, 2]], ['any', 'Cấp mới', 'Cấp mới'],
  ] as const) it(`${type}: “${typed}”`, () => assert.deepEqual(triedValue(type, typed, 'vi', at), value));
});
