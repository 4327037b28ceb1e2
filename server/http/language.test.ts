import { strict as assert } from 'node:assert';
import { languageOf } from './language.ts';

const table: readonly (readonly [header: string | undefined, language: string])[] = [
  [undefined, 'vi'], ['', 'vi'], ['*', 'vi'], ['en', 'en'], ['en-GB,en;q=0.9', 'en'], ['vi,en;q=0.9', 'vi'], ['fr, en;q=0.3, vi;q=0.4', 'vi'], ['en;q=0', 'vi'], ['de', 'vi'], ['EN-us', 'en'], [';;;,,,', 'vi'],
];

describe('the language of a request', () => {
  for (const [header, language] of table) it(`${header ?? 'nothing said'} → ${language}`, () => assert.equal(languageOf(header), language));
});
