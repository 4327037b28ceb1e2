import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import * as fc from 'fast-check';
import { check, evaluate } from '../../engine/expression/feel.ts';
import type { Data } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import type { Form, Option } from '../../forms/form.ts';
import { small } from '../../forms/testing/small.ts';
import { namedFor, type RuleKind } from '../forms/rules/questions.ts';
import type { Named } from './named.ts';
import { readSentence } from './read-sentence.ts';
import { comparisonsOf, isBare, isList, type Condition, type Operand, type Sentence } from './sentence.ts';
import { writeSentence } from './write-sentence.ts';

const options: readonly Option[] = ['a', 'b', 'c'].map((value) => ({ value, label: { vi: value, en: value } }));
const plain = small({
  married: { type: 'boolean' }, kind: { type: 'string', enum: ['a', 'b', 'c'] }, papers: { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c'] } },
  area: { type: 'number' }, floor: { type: 'number' }, born: { $ref: 'motcua:date' }, issued: { $ref: 'motcua:date' }, name: { $ref: 'motcua:line' }, drawings: { $ref: 'motcua:files' },
  rows: { type: 'array', items: { type: 'object', properties: { use: { type: 'string', enum: ['a', 'b', 'c'] }, height: { type: 'number' } } } }, target: { type: 'string' },
});
const optioned = (id: string) => ({ label: { vi: id, en: id }, options });
const form: Form = { ...plain, ui: { ...plain.ui, fields: { ...plain.ui.fields, kind: optioned('kind'), papers: optioned('papers'), 'rows[].use': optioned('use') } } };
const named = namedFor(expand(form), 'target', 'show');
const inRow = namedFor(expand(form), 'rows[].height', 'show');

const word = fc.oneof(fc.constantFrom('a', 'b', 'c', 'Nguyễn "Ba" \\ Sáu'), fc.string({ maxLength: 12 }));
const figure = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -1000, max: 1000 }).map((value) => value / 100));
const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const others = (one: Named) => named.filter(({ kind, name }) => kind === one.kind && name !== one.name).map(({ name }) => ({ name }));

function operands(one: Named, compare: Condition['compare']): fc.Arbitrary<Operand | undefined> {
  if (isBare(compare)) return fc.constant(undefined);
  const value = one.kind === 'yesNo' ? fc.boolean() : one.kind === 'number' ? figure : one.kind === 'date' ? day : word;
  if (isList(compare)) return fc.array(value, { minLength: 1, maxLength: 4 }).map((list) => ({ list }));
  const literal = value.map((one): Operand => ({ literal: one }));
  if (one.kind === 'number') return fc.oneof(literal, fc.constantFrom(...others(one)));
  return one.kind === 'date' ? fc.oneof(literal, fc.constantFrom<Operand>(...others(one), { today: true })) : literal;
}

const condition = fc.constantFrom(...named).chain((one) => fc.constantFrom(...comparisonsOf[one.kind]).chain((compare) => operands(one, compare).map((other): Condition => ({ name: one.name, compare, ...(other === undefined ? {} : { with: other }) }))));
const sentence: fc.Arbitrary<Sentence> = fc.record({ join: fc.constantFrom('all', 'any'), conditions: fc.array(condition, { minLength: 1, maxLength: 5 }) }).map(({ join, conditions }) => ({ join: conditions.length === 1 ? 'all' : join, conditions }));

describe('rules as sentences', () => {
  it('reads back every sentence that it writes, and writes only FEEL', () => {
    fc.assert(fc.property(sentence, (one) => {
      const text = writeSentence(one, named);
      assert.equal(check(text), undefined, text);
      assert.deepEqual(readSentence(text, named), one, text);
    }), { numRuns: 500 });
  });

  const read: [string, string | undefined][] = [
    ['married = true', 'married = true'],
    ['married', 'married = true'],
    ['( married = true )', 'married = true'],
    ['kind in ["a", "b"]', 'kind in ("a", "b")'],
    ['kind in ("a")', 'kind in ("a")'],
    ['kind in ("a") and married = true', 'kind in ("a") and married = true'],
    ['(kind in ("a")) and married = true', 'kind in ("a") and married = true'],
    ['not(kind in ("a", "b")) and (married = false)', 'not(kind in ("a", "b")) and married = false'],
    ['(married = true or area > 1.5) or floor <= area', 'married = true or area > 1.5 or floor <= area'],
    ['date(born) < today() and date(issued) >= date("2026-01-01")', 'date(born) < today() and date(issued) >= date("2026-01-01")'],
    ['name != null and drawings = null', 'name != null and drawings = null'],
    ['area = - 3', 'area = -3'],
    ['married = true and (kind = "a" or kind = "b")', undefined],
    ['not(married = true)', undefined],
    ['count(rows) > 2', undefined],
    ['area + 1 > floor', undefined],
    ['area in [1..5]', undefined],
    ['born < issued', undefined],
    ['name > "a"', undefined],
    ['area = "a"', undefined],
    ['kind = name', undefined],
    ['kind in (name)', undefined],
    ['unknown = true', undefined],
    ['if married then true else false', undefined],
    ['married = ', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of read) it(`reads ${text} as ${expected ?? 'no simple sentence'}`, () => {
    const found = readSentence(text, named);
    assert.equal(found && writeSentence(found, named), expected);
  });

  it('names the other answers of its own row', () => {
    assert.equal(readSentence('row.use = "a" and married = true', inRow)?.conditions[0]?.name, 'row.use');
    assert.equal(readSentence('row.use = "a"', named), undefined);
    assert.equal(readSentence('row.height = 3', inRow), undefined);
  });

  const shipped = globSync('procedures/*/forms/*.json').flatMap((path) => {
    const one = JSON.parse(readFileSync(path, 'utf8')) as Form;
    return [...one.rules.flatMap((rule) => ('when' in rule ? [{ one, text: rule.when, target: Object.values(rule)[0] as string, kind: Object.keys(rule)[0] as RuleKind }] : [])), ...one.ui.pages.flatMap(({ id, when }) => (when === undefined ? [] : [{ one, text: when, target: id, kind: 'show' as const }]))];
  });
  it('means the same as the text it was read from, in every rule that is shipped', () => {
    let sentences = 0;
    for (const { one, text, target, kind } of shipped) {
      const names = namedFor(expand(one), target, kind);
      const found = readSentence(text, names);
      if (!found) continue;
      sentences += 1;
      const again = writeSentence(found, names);
      const asked = found.conditions.flatMap(({ name, with: other }) => [name, ...(other && 'name' in other ? [other.name] : [])]);
      fc.assert(fc.property(fc.array(fc.oneof(fc.constant(null), fc.boolean(), fc.constantFrom(...(text.match(/"[^"]*"/g) ?? ['"x"']).map((quoted) => quoted.slice(1, -1))), fc.integer()), { minLength: asked.length, maxLength: asked.length }), (values) => {
        const data: Record<string, Data> = {};
        for (const [index, name] of asked.entries()) name.split('.').reduce<Record<string, unknown>>((here, key, at, keys) => (at === keys.length - 1 ? ((here[key] = values[index]), here) : ((here[key] ??= {}) as Record<string, unknown>)), data);
        const holds = (feel: string) => { const result = evaluate(feel, data, '2026-11-22T03:00:00Z'); return 'value' in result && result.value === true; };
        assert.equal(holds(again), holds(text), text);
      }), { numRuns: 30 });
    }
    assert.ok(sentences > shipped.length * 0.8, `${sentences} of ${shipped.length}`);
  });
});
