import assert from 'node:assert/strict';
import { readFolder } from '../../procedures/folder.ts';
import { letterNames } from '../../procedures/letters/names.ts';
import { loadPackage } from '../../procedures/load.ts';
import { readSentence } from '../conditions/read-sentence.ts';
import { writeSentence } from '../conditions/write-sentence.ts';
import { namedFrom } from './named-from.ts';

/** Every "when" of a template, however deep it stands. */
const conditionsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => (key === 'when' && typeof one === 'string' ? [one] : conditionsIn(one))) : [];

describe('when a part of a letter stands', () => {
  it('is a sentence in every letter of the house permit, and stays what it was', async () => {
    const loading = await loadPackage(await readFolder('procedures/construction-permit-house'));
    assert.ok('package' in loading);
    const { procedure, forms, definition, letters } = loading.package;
    const conditions = [...letters].flatMap(([letter, template]) => conditionsIn(template).map((when) => ({ letter, when })));
    assert.ok(conditions.length > 5);
    for (const { letter, when } of conditions) {
      const named = namedFrom(letterNames({ applicationForm: procedure.forms.application, forms, definition }, letter));
      const sentence = readSentence(when, named);
      assert.ok(sentence, `${letter}: ${when}`);
      assert.equal(writeSentence(sentence, named), when);
    }
  });

  it('compares an amount as a number, a choice by its options, and asks of a list only whether there is one', () => {
    const label = { vi: 'x', en: 'x' };
    const group = label;
    const named = namedFrom([{ feel: 'fee.total', label, group, writing: 'money' }, { feel: 'a.kind', label, group, writing: 'label', kind: 'choice', options: [{ value: 'new', label }] }, { feel: 'a.rows', label, group, writing: 'plain', rows: true }, { feel: 'unit.name', label, group, writing: 'plain' }]);
    assert.deepEqual(named.map(({ kind }) => kind), ['number', 'choice', 'other', 'text']);
    assert.deepEqual(['fee.total >= 100 and a.kind = "new"', 'a.rows = 1', 'unit.name != null', 'nobody.knows = 1'].map((feel) => readSentence(feel, named) !== undefined), [true, false, true, false]);
  });
});
