import { strict as assert } from 'node:assert';
import { readJson } from './json-body.ts';

const quick = (text: string): ReturnType<typeof readJson> => {
  const before = process.cpuUsage();
  const read = readJson(text);
  const { user } = process.cpuUsage(before);
  assert.ok(user < 100_000, `took ${Math.round(user / 1000)} ms`);
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
    ['a prototype', '{"a":{"__proto__":1}}', 'name'],
  ];
  for (const [what, text, fault] of refused) it(`refuses ${what}`, () => assert.equal((quick(text) as { fault?: string }).fault, fault));

  it('takes the longest letters that people write', () => {
    for (const text of ['Nguyễn Thị Ngọc Ệ', 'ก็ํ้', 'ʕ̡̢̛̣̤̀́̂', '👨‍👩‍👧‍👦']) assert.deepEqual(readJson(JSON.stringify(text.normalize('NFD'))), { value: text.normalize('NFC') });
  });
  it('reads twenty thousand values quickly', () => assert.ok('value' in quick(`[${'0,'.repeat(19_998)}0]`)));
});
