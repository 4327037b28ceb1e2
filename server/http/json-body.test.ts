import { strict as assert } from 'node:assert';
import { keepsTo } from '../../engine/testing/bar.ts';
import { readJson } from './json-body.ts';

const quick = (text: string): ReturnType<typeof readJson> => {
  const before = process.cpuUsage();
  const read = readJson(text);
  const { user } = process.cpuUsage(before);
  assert.ok(keepsTo(user / 1000, 100), `took ${Math.round(user / 1000)} ms`);
  return read;
};

describe('JSON at the door', () => {
  it('keeps plain values, texts in NFC', () => assert.deepEqual(readJson(JSON.stringify({ a: [1, 'Việt'.normalize('NFD')], b: null })), { value: { a: [1, 'Việt'], b: null } }));

  const refused: readonly (readonly [what: string, text: string, fault: string])[] = [
    ['a million levels', '['.repeat(1_000_000), 'depth'],
    ['65 levels, naming where', '['.repeat(65) + ']'.repeat(65), 'depth'],
    ['half a million items', `[${'0,'.repeat(500_000)}0]`, 'size'],
    ['ninety thousand members', `{${Array.from({ length: 90_000 }, (_, index) => `"m${index}":0`).join(',')}}`, 'size'],
    ['480,000 marks on one letter, which take minutes to put in order', JSON.stringify(`a${'\u0323\u0302'.repeat(240_000)}`), 'text'],
    ['the same marks written as escapes', `"a${'\\u0323\\u0302'.repeat(80_000)}"`, 'text'],
    ['marks in a name', JSON.stringify({ [`a${'\u0323\u0302'.repeat(20_000)}`]: 1 }), 'name'],
    ['a member twice', '{"a":1,"a":2}', 'duplicate'],
    ['a member twice, inside', '{"b":[{"a":1,"\\u0061":2}]}', 'duplicate'],
    ['a whole number that would be rounded', '{"sum":9007199254740993}', 'number'],
    ['an amount that would be rounded', '{"sum":4503599627370497.75}', 'number'],
    ['an amount that would lose its part of a đồng', '{"sum":9007199254740991.4}', 'number'],
    ['more digits than a number keeps, in a list', '[1,0.12345678901234567891]', 'number'],
    ['a number too small to be told from nothing', '[1e-400]', 'number'],
    ['a number without end', '[1e400]', 'number'],
    ['a number that is almost another', '[1.00000000000000000000000000000000000001]', 'number'],
    ['a number so small that not even a decimal holds it', '[1e-7000]', 'number'],
    ['a prototype', '{"a":{"__proto__":1}}', 'name'],
  ];
  for (const [what, text, fault] of refused) it(`refuses ${what}`, () => assert.equal((quick(text) as { fault?: string }).fault, fault));

  it('keeps every number that is written as a program writes its doubles', () => {
    const texts = ['0.1', '1.10', '1e21', '0.0', '5e-324', '1.7976931348623157e308', '0.30000000000000004', '106.70000000000002', '9007199254740991', '2251799813685249.5', '1E2'];
    for (const text of texts.filter((each) => Math.abs(Number(each)) < 2 ** 53)) assert.deepEqual(readJson(`[${text}]`), { value: [Number(text)] }, text);
  });
  it('says where such a number stands', () => assert.deepEqual(readJson('{"fee":{"lines":[1,9007199254740991.4]}}'), { fault: 'number', at: '/fee/lines/1' }));
  it('takes the longest letters that people write', () => {
    for (const text of ['Nguyễn Thị Ngọc Ệ', 'ก็ํ้', 'ʕ̡̢̛̣̤̀́̂', '👨‍👩‍👧‍👦']) assert.deepEqual(readJson(JSON.stringify(text.normalize('NFD'))), { value: text.normalize('NFC') });
  });
  it('reads twenty thousand values quickly', () => assert.ok('value' in quick(`[${'0,'.repeat(19_998)}0]`)));
});
