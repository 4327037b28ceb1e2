import assert from 'node:assert/strict';
import { builtins } from '../../../engine/expression/builtins.ts';
import { vi } from '../../words/vi.ts';
import { complete, completionsAt, offered, wordBefore } from './completions.ts';
import { feelFault } from './fault.ts';

const known = [
  { name: 'site.landArea', kind: 'number', label: 'Diện tích đất' },
  { name: 'work.footprint', kind: 'number', label: 'Diện tích tầng 1' },
  { name: 'owner.name', kind: 'text', label: 'Tên chủ nhà' },
  { name: 'born', kind: 'date', label: 'Ngày sinh' },
  { name: 'issued', kind: 'date', label: 'Ngày cấp' },
] as const;
const names = (text: string) => completionsAt(text, text.length, known).map(({ name }) => name);

describe('completion of a formula', () => {
  const cases: [string, string[]][] = [
    ['si', ['site.landArea']],
    ['landA', ['site.landArea']],
    ['dien', ['site.landArea', 'work.footprint']],
    ['work.f', ['work.footprint']],
    ['owner.name = "la', []],
    ['zzz', []],
  ];
  for (const [text, expected] of cases) it(`after ${text || 'nothing'} offers ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(names(text).slice(0, Math.max(1, expected.length)), expected));

  it('puts numbers first after arithmetic, and days first beside a day', () => {
    assert.deepEqual(names('work.footprint / ').slice(0, 2), ['site.landArea', 'work.footprint']);
    assert.deepEqual(names('born < ').slice(0, 2), ['born', 'issued']);
  });

  it('offers functions with what was begun of their names', () => assert.deepEqual(names('su').includes('sum'), true));
  it('puts a completion in place of the word before the caret', () => assert.deepEqual(complete('1 + lan * 2', 7, { kind: 'name', name: 'site.landArea', insert: 'site.landArea' }), { text: '1 + site.landArea * 2', caret: 17 }));
  it('knows where a word begins', () => assert.deepEqual(wordBefore('a + site.la', 11), { from: 4, word: 'site.la' }));

  for (const name of offered) it(`offers ${name}, which the engine knows, with a line of help`, () => {
    assert.ok(builtins.has(name));
    assert.ok((vi as Record<string, string>)[`feel_${name.replaceAll(' ', '_')}`]);
  });
});

describe('what is wrong with a formula', () => {
  const text = (key: string, values = {}) => `${key} ${Object.values(values).join(' ')}`.trim();
  const cases: [string, string | undefined][] = [
    ['work.footprint / site.landArea * 100', undefined],
    ['work.footprint /', 'feelUnfinished'],
    ['', 'feelEmpty'],
    ['1 + ) 2', 'feelUnexpected ) 1 5'],
    ['work.footprnt / 2', 'feelNoName work.footprnt'],
    ['total(work.footprint)', 'feelNoFunction total'],
  ];
  for (const [feel, expected] of cases) it(`${feel || 'nothing'}: ${String(expected)}`, () => assert.equal(feelFault(text, feel, known.map(({ name }) => name)), expected));
});
