import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { rules } from '../../procedures/rules/index.ts';
import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const sourcesOf = (...globs: readonly string[]): readonly string[] => globSync(globs, { cwd: root }).filter((path) => !path.endsWith('.test.ts')).map(read);
const rulesOf = (page: string) =>
  [...read(`docs/${page}.md`).matchAll(page === 'statecharts' ? /^\| ((?:`[a-z-]+`(?:, )?)+) \| error/gm : /^\| ((?:`[a-z-]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) => [...names.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!));
const documented = ['elements/refusals', 'foreign-diagrams', 'statecharts'].flatMap(rulesOf);

/** What makes findings of a package besides the readers of drawings: each line that writes one down. */
const finders = sourcesOf('procedures/**/*.ts', 'forms/*.ts', 'server/designer/**/*.ts', 'server/library/*.ts', 'engine/soundness/*.ts');
const written = finders.flatMap((source) => source.split(/(?=\brule: ')/).flatMap((piece) => {
  const rule = /^rule: '([a-z-]+)',\s+severity\b/.exec(piece)?.[1];
  return rule === undefined ? [] : [{ rule, piece: piece.slice(0, 1500) }];
}));
const formRules = [...read('forms/check.ts').matchAll(/\b(?:error|warning)\('([a-z-]+)'/g)].map(([, name]) => name!);
/** It hands on words of engine/link.ts, which procedures/refusals says in Vietnamese. */
const handedOn = new Set(['called-process']);

describe('what is found is said in the reader’s language', () => {
  for (const [language, words] of Object.entries({ vi, en } as Readonly<Record<string, Readonly<Record<string, string>>>>))
    it(`for every rule (${language})`, () => {
      const all = new Set([...documented, ...rules.map(({ name }) => name), ...formRules, ...written.map(({ rule }) => rule)]);
      assert.ok(all.size > 90, `${all.size} rules`);
      assert.deepEqual([...all].filter((rule) => words[rule] === undefined), []);
    });

  it('exactly, wherever a package is checked: the rules’ own words are held to it by their types', () => {
    assert.ok(written.length > 15, `${written.length} found`);
    assert.deepEqual(written.filter(({ rule, piece }) => !piece.includes('messageVi') && !handedOn.has(rule)).map(({ piece }) => piece), []);
  });

  it('and the table of statecharts names every rule that their reader has', () => {
    const sources = sourcesOf('engine/statechart/*.ts').filter((source) => source.includes('bpmn/problem.ts'));
    const said = new Set(sources.flatMap((source) => [...source.matchAll(/(?:problems\.error|\bsay)\('([a-z-]+)'/g)].map(([, name]) => name!)));
    assert.ok(said.size > 10);
    assert.deepEqual([...said].filter((name) => !rulesOf('statecharts').includes(name)), []);
  });
});
