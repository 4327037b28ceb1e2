import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../procedures/rules/index.ts';
import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

const documented = ['elements/refusals', 'foreign-diagrams'].flatMap((page) =>
  [...readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8').matchAll(/^\| ((?:`[a-z-]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) => [...names.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!)));

describe('what is found is said in the reader’s language', () => {
  for (const [language, words] of Object.entries({ vi, en } as Readonly<Record<string, Readonly<Record<string, string>>>>))
    it(`for every rule (${language})`, () => {
      const all = new Set([...documented, ...rules.map(({ name }) => name)]);
      assert.ok(all.size > 90, `${all.size} rules`);
      assert.deepEqual([...all].filter((rule) => words[rule] === undefined), []);
    });
});
