import assert from 'node:assert/strict';
import { pick } from './language.ts';
import { write } from './texts.ts';
import { vi } from './words/vi.ts';
import { en } from './words/en.ts';

describe('texts', () => {
  const table = { days: '{count} days', days_one: '1 day', hello: 'Hello {name}' };
  const cases: [string, string, Record<string, string | number>, string][] = [
    ['fills in a value', 'hello', { name: 'Lan' }, 'Hello Lan'],
    ['leaves a missing value visible', 'hello', {}, 'Hello {name}'],
    ['says one day in the singular', 'days', { count: 1 }, '1 day'],
    ['says two days in the plural', 'days', { count: 2 }, '2 days'],
    ['shows an unknown key as it is', 'nothing', {}, 'nothing'],
  ];
  for (const [name, key, values, expected] of cases)
    it(name, () => assert.equal(write(table, key, values, 'en'), expected));

  it('falls back to Vietnamese where content has no English', () => {
    assert.equal(pick({ vi: 'Nhà' }, 'en'), 'Nhà');
    assert.equal(pick({ vi: 'Nhà', en: 'House' }, 'en'), 'House');
  });

  it('keeps the same placeholders in both languages of the kit', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) assert.deepEqual(names(en[key]), names(vi[key]), key);
  });
});
