import assert from 'node:assert/strict';
import type { LetterName } from '../../procedures/letters/names.ts';
import { askedOf, proposed, type Handed } from './handed.ts';

const offers = ['application.work.area', 'application.place', 'check.place', 'application.sidewalk-width'].map((feel): LetterName => ({ feel, label: { vi: feel, en: feel }, group: { vi: 'Đơn', en: 'Application' }, writing: 'plain' }));

describe('what a step hands a table that it begins to ask', () => {
  const cases: Readonly<Record<string, readonly [inputs: readonly string[], own: readonly Handed[], others: Readonly<Record<string, string>>, handed: Readonly<Record<string, string>>]>> = {
    'is the question of the same name': [['area'], [], {}, { area: 'application.work.area' }],
    'is the first of several': [['place'], [], {}, { place: 'application.place' }],
    'is a question whose name FEEL writes otherwise': [['sidewalk_width'], [], {}, { sidewalk_width: 'application.sidewalk-width' }],
    'is what it handed over before': [['area'], [{ name: 'area', text: 'check.area' }], { area: 'other' }, { area: 'check.area' }],
    'is what other steps hand the same file': [['place'], [], { place: 'check.place' }, { place: 'check.place' }],
    'is nothing where nobody is asked': [['height'], [], {}, { height: 'null' }],
    'is nothing that the table does not want': [[], [{ name: 'area', text: 'check.area' }], {}, {}],
  };
  for (const [what, [inputs, own, others, handed]] of Object.entries(cases)) it(what, () => assert.deepEqual(Object.fromEntries(proposed(inputs, own, new Map(Object.entries(others)), offers).map(({ name, text }) => [name, text])), handed));
});

describe('a question as a column', () => {
  const cases: Readonly<Record<string, readonly [taken: readonly string[], declared: readonly string[], handed: Readonly<Record<string, string>>, name: string]>> = {
    'is called like the question': [[], [], {}, 'area'],
    'shares what the file asks for already': [[], ['area'], { area: 'application.work.area' }, 'area'],
    'is told from another question of that name': [[], ['area'], { area: 'check.area' }, 'area_2'],
    'is told from another column of that name': [['area'], ['area'], {}, 'area_2'],
  };
  for (const [what, [taken, declared, handed, name]] of Object.entries(cases)) it(what, () => assert.equal(askedOf(offers[0]!, taken, declared, new Map(Object.entries(handed))).name, name));

  it('takes numbers, yes and no, days, or what may be chosen', () => {
    const of = (more: Partial<LetterName>) => askedOf({ ...offers[0]!, ...more }, [], [], new Map());
    assert.deepEqual([of({ kind: 'number' }).type, of({ kind: 'yesNo' }).type, of({ kind: 'date' }).type], ['number', 'boolean', 'date']);
    assert.deepEqual(of({ kind: 'choice', options: [{ value: 'new', label: { vi: 'Mới', en: 'New' } }] }).values, ['new']);
  });
});
