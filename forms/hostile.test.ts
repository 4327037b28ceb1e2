import { strict as assert } from 'node:assert';
import type { Json } from '../engine/state.ts';
import { keepsTo } from '../engine/testing/bar.ts';
import { checkForm } from './check.ts';
import { compile } from './compile.ts';
import type { Form, Rule, Schema } from './form.ts';
import { small } from './testing/small.ts';
import { validate } from './validate.ts';

const at = '2026-11-22T03:00:00Z';
// Processor time, so that a busy machine is not taken for a slow validator.
const quick = (work: () => void, what: string) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  assert.ok(keepsTo((user + system) / 1000, 100), `${what} took ${Math.round((user + system) / 1000)} ms`);
};
const refused = (form: unknown, reason: RegExp) => quick(() => assert.match(checkForm(form).map(({ message }) => message).join('\n'), reason), 'the check');
const bomb = (levels: number): Form => {
  const $defs = Object.fromEntries(Array.from({ length: levels }, (_, level): [string, Schema] => [`d${level}`, level === 0 ? { type: 'string' } : { allOf: [{ $ref: `#/$defs/d${level - 1}` }, { $ref: `#/$defs/d${level - 1}` }] }]));
  return small({ a: { $ref: `#/$defs/d${levels - 1}` } }, [], { $defs });
};
const deep = (levels: number): Schema => {
  let schema: Schema = { type: 'string' };
  for (let level = 0; level < levels; level += 1) schema = { type: 'object', properties: { a: schema } };
  return schema;
};
const nested = (levels: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
};

describe('hostile form files are refused quickly', () => {
  before(() => void checkForm(small({ a: { $ref: 'motcua:phone' } })));

  it('a bomb of references, 22 levels deep', () => refused(bomb(22), /at most 3000 subschemas/));
  it('a schema that refers to itself', () => refused(small({ a: { $ref: '#/$defs/x' } }, [], { $defs: { x: { type: 'object', properties: { y: { $ref: '#/$defs/x' } } } } }), /inside itself/));
  it('a reference to another place', () => refused(small({ a: { $ref: 'https://example.com/schema' } }), /shared block/));
  it('an enum of 50,000 values', () => refused(small({ a: { enum: Array.from({ length: 50_000 }, (_, index) => `v${index}`) } }), /at most 500 values/));
  it('a schema 500 levels deep', () => refused(small({ a: deep(500) }), /at most 24 levels/));
  it('lists in lists in lists', () => refused(small({ a: { type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'string' } } } } }), /lower maxItems/));
  it('two hundred rows of unique objects', () => refused(small({ a: { type: 'array', items: { type: 'array', uniqueItems: true, items: { type: 'object' } } } }), /lower maxItems/));
  it('a pattern of ten thousand characters', () => refused(small({ a: { type: 'string', pattern: 'a'.repeat(10_000) } }), /at most 200 characters/));
  it('a pattern that repeats repeats', () => refused(small({ a: { type: 'string', pattern: '^(((a{100}){100}){100})$' } }), /repeat/));
  it('a pattern that cannot be matched in linear time', () => refused(small({ a: { type: 'string', pattern: '^(a)\\1$' } }), /schema|pattern|escape/i));
  it('a keyword that nobody knows', () => refused(small({ a: { type: 'string', patern: 'x' } }), /patern/));
  for (const file of [null, 3, 'x', [], {}, { id: 'x' }]) it(`${JSON.stringify(file)} as a form file`, () => refused(file, /expected a form file/));
});

describe('hostile answers are judged quickly', () => {
  const judge = (schema: Schema, value: Json) => {
    const form = small({ a: schema });
    const check = compile(form);
    let keywords: string[] = [];
    quick(() => { keywords = validate(form, check, { a: value }, { at }).errors.map(({ keyword }) => keyword); }, 'the validation');
    return keywords;
  };
  before(() => void judge({ type: 'string', pattern: '^a$' }, 'a'));

  it('a slow pattern on 31 characters', () => assert.deepEqual(judge({ type: 'string', pattern: '^(a+)+$' }, `${'a'.repeat(31)}!`), ['pattern']));
  it('a slow pattern on 300,000 characters', () => assert.deepEqual(judge({ type: 'string', pattern: '^(a+)+$' }, `${'a'.repeat(300_000)}!`), ['pattern']));
  it('a form whose every rule counts for as long as it may', () => {
    const rules = Array.from({ length: 200 }, (): Rule => ({ warn: 'a', when: 'count(for i in 1..300 return for j in 1..300 return i * j) > 1', message: { vi: 'Lưu ý', en: 'Note' } }));
    const form = small({ a: { type: 'string' } }, rules);
    const start = process.cpuUsage();
    const { evaluation } = validate(form, compile(form), { a: 'x' }, { at });
    const { user } = process.cpuUsage(start);
    assert.ok(evaluation.failures.length > 0);
    assert.ok(keepsTo(user / 1000, 400), `all rules took ${Math.round(user / 1000)} ms`);
  });
  it('an address of 100,000 characters', () => assert.deepEqual(judge({ $ref: 'motcua:email' }, `${'a'.repeat(100_000)}@`), ['maxLength']));
  it('two hundred long strings against one pattern', () => {
    assert.deepEqual(judge({ type: 'array', items: { type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' } }, Array.from({ length: 200 }, () => 'a'.repeat(1000))), ['pattern']);
  });
  it('a pattern with many choices on two hundred long strings', () => {
    assert.deepEqual(judge({ type: 'array', items: { type: 'string', pattern: '(a?){50}a{50}$' } }, Array.from({ length: 200 }, () => `${'a'.repeat(999)}!`)), ['pattern']);
  });
  it('20,000 objects that must be unique', () => assert.deepEqual(judge({ type: 'array', maxItems: 100, uniqueItems: true, items: { type: 'object', properties: { n: { type: 'number' } } } }, Array.from({ length: 20_000 }, (_, n) => ({ n }))), ['tooLarge']));
  it('5,000 numbers that must be unique', () => assert.ok(judge({ type: 'array', maxItems: 200, uniqueItems: true, items: { type: 'number' } }, Array.from({ length: 5000 }, (_, n) => n)).length > 0));
  it('an answer 100,000 levels deep', () => assert.deepEqual(judge({ type: 'string' }, nested(100_000)), ['tooLarge']));
  it('a text of a million characters', () => assert.deepEqual(judge({ type: 'string' }, 'x'.repeat(1_000_000)), ['tooLarge']));
});
