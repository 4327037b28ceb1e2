import assert from 'node:assert/strict';
import { vi } from './vi.ts';
import { en } from './en.ts';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();

describe('the words of the desk', () => {
  it('ask for the same values in both languages', () => {
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) assert.deepEqual(names(en[key]), names(vi[key]), key);
  });

  it('are composed characters throughout', () => {
    for (const text of [...Object.values(vi), ...Object.values(en)]) assert.equal(text, text.normalize('NFC'));
  });

  it('blame nobody and shout at nobody', () => {
    for (const text of [...Object.values(vi), ...Object.values(en)]) assert.doesNotMatch(text, /!/);
  });
});
