import { strict as assert } from 'node:assert';
import { Errors } from 'typebox/value';
import { letterProblems } from '../../procedures/letters/check.ts';
import { LetterTemplate } from '../../procedures/letters/template.ts';
import { Letter } from '../../procedures/procedure.ts';
import { patternNames, patterns, type PatternName } from './patterns.ts';

describe('letters to begin from', () => {
  for (const [name, { letter, from: _from, to: _to, ...listing }] of Object.entries(patterns)) {
    it(`${name} is a whole letter, and says its source`, () => {
      assert.deepEqual([...Errors(LetterTemplate, letter)], []);
      assert.deepEqual(letterProblems(letter), []);
      assert.deepEqual([...Errors(Letter, { ...listing, name: letter.name })], []);
      assert.ok(listing.purpose !== undefined);
    });
  }

  it('are offered while they are in force', () => {
    const of = (day: string): readonly PatternName[] => patternNames(day);
    assert.deepEqual(of('2026-11-29'), Object.keys(patterns));
    assert.deepEqual(of('2025-06-30'), ['official', 'decision']);
  });
});
