import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Errors } from 'typebox/value';
import { letterProblems } from '../../procedures/letters/check.ts';
import { LetterTemplate } from '../../procedures/letters/template.ts';
import { Letter, type Procedure } from '../../procedures/procedure.ts';
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

/** Letters of the one-stop rules that say nothing of one procedure alone: packages carry them as they are here, word for word. */
const shared: Readonly<Record<string, PatternName>> = { apology: 'apology', 'stop-notice': 'stop', 'control-sheet': 'controlSheet' };

describe('letters of the one-stop rules in shipped packages', () => {
  const home = join(import.meta.dirname, '../../procedures');
  const read = (path: string): unknown => JSON.parse(readFileSync(join(home, path), 'utf8'));
  const packages = readdirSync(home).filter((name) => existsSync(join(home, name, 'procedure.json'))).map((name) => ({ name, procedure: read(`${name}/procedure.json`) as Procedure }));
  const withReceipt = packages.filter(({ procedure }) => procedure.letters['receipt']?.form === patterns.receipt.letter.form);

  it('stand in every procedure whose dossiers get a receipt', () => assert.ok(withReceipt.length >= 12));

  for (const { name, procedure } of withReceipt) {
    it(`are whole in ${name}: forms 01, 03, 04, 05 and 06, the last three the same everywhere`, () => {
      const forms = new Set(Object.values(procedure.letters).map(({ form }) => form));
      assert.deepEqual(['01', '03', '04', '05', '06'].filter((number) => !forms.has(`Mẫu số ${number}`)), []);
      for (const [letter, pattern] of Object.entries(shared)) {
        const { purpose, source, mark } = patterns[pattern];
        assert.deepEqual(read(`${name}/letters/${letter}.json`), patterns[pattern].letter, letter);
        assert.deepEqual(procedure.letters[letter] && [procedure.letters[letter].purpose, procedure.letters[letter].source, procedure.letters[letter].mark], [purpose, source, mark], letter);
      }
    });

    it(`are issued in ${name}: whoever withdraws is told that handling stops, and whoever waits too long gets an apology`, () => {
      const drawn = readFileSync(join(home, name, 'process.bpmn'), 'utf8');
      for (const said of ['name="dossier.withdraw"', '"stop-notice"', '"apology"']) assert.ok(drawn.includes(said), said);
    });
  }
});
