import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { rules } from '../../procedures/rules/index.ts';
import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

const rulesOf = (page: string) =>
  [...readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8').matchAll(page === 'statecharts' ? /^\| ((?:`[a-z-]+`(?:, )?)+) \| error/gm : /^\| ((?:`[a-z-]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) => [...names.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!));
const documented = ['elements/refusals', 'foreign-diagrams', 'statecharts'].flatMap(rulesOf);
const root = new URL('../../', import.meta.url);

describe('what is found is said in the reader’s language', () => {
  for (const [language, words] of Object.entries({ vi, en } as Readonly<Record<string, Readonly<Record<string, string>>>>))
    it(`for every rule (${language})`, () => {
      const all = new Set([...documented, ...rules.map(({ name }) => name)]);
      assert.ok(all.size > 90, `${all.size} rules`);
      assert.deepEqual([...all].filter((rule) => words[rule] === undefined), []);
    });

  it('and the table of statecharts names every rule that their reader has', () => {
    const sources = globSync('engine/statechart/*.ts', { cwd: root }).map((path) => readFileSync(new URL(path, root), 'utf8')).filter((source) => source.includes('bpmn/problem.ts'));
    const said = new Set(sources.flatMap((source) => [...source.matchAll(/(?:problems\.error|\bsay)\('([a-z-]+)'/g)].map(([, name]) => name!)));
    assert.ok(said.size > 10);
    assert.deepEqual([...said].filter((name) => !rulesOf('statecharts').includes(name)), []);
  });
});
