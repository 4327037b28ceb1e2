import assert from 'node:assert/strict';
import { pick, setLanguage } from './language.ts';
import { createTexts, loadWords } from './use-text.ts';
import { vi } from './words/vi.ts';
import { en } from './words/en.ts';

describe('texts', () => {
  const base = createTexts({ yes: 'Có', days: '{count} ngày' }, async () => ({ yes: 'Yes', days: '{count} days', days_one: '1 day' }));
  const part = createTexts({ hello: 'Chào {name}' }, async () => ({ hello: 'Hello {name}' }), base);
  const cases: [string, 'vi' | 'en', () => string, string][] = [
    ['fills in a value', 'en', () => part.text('hello', { name: 'Lan' }), 'Hello Lan'],
    ['leaves a missing value visible', 'en', () => part.text('hello'), 'Hello {name}'],
    ['says one day in the singular', 'en', () => base.text('days', { count: 1 }), '1 day'],
    ['says two days in the plural', 'en', () => base.text('days', { count: 2 }), '2 days'],
    ['has no singular in Vietnamese', 'vi', () => base.text('days', { count: 1 }), '1 ngày'],
    ['says what its base can say', 'vi', () => part.text('yes'), 'Có'],
    ['says the singular of its base', 'en', () => part.text('days', { count: 1 }), '1 day'],
  ];
  for (const [name, language, say, expected] of cases)
    it(name, async () => {
      await loadWords(language);
      setLanguage(language);
      assert.equal(say(), expected);
      setLanguage('vi');
    });

  it('falls back to Vietnamese where content has no English', () => {
    assert.equal(pick({ vi: 'Nhà' }, 'en'), 'Nhà');
    assert.equal(pick({ vi: 'Nhà', en: 'House' }, 'en'), 'House');
  });

  it('keeps the same placeholders in both languages of the kit', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) assert.deepEqual(names(en[key]), names(vi[key]), key);
  });
});
