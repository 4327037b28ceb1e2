import assert from 'node:assert/strict';
import { keepsTo } from '../testing/bar.ts';
import { check, evaluate, unaryTest } from './feel.ts';

const at = '2026-03-01T00:00:00Z';
const data = { a: { b: 1 }, list: Array.from({ length: 1000 }, (_, index) => index), text: 'a'.repeat(10_000), constructor: 'own' };
const doubled = (first: string, step: (name: string) => string, last: (name: string) => string) =>
  `{v0: ${first}, ${Array.from({ length: 60 }, (_, index) => `v${index + 1}: ${step(`v${index}`)}`).join(', ')}, r: ${last('v60')}}.r`;

/** Milliseconds of processor time no evaluation may take, three times the bar for a machine at rest: time on the wall would count what else it does. */
const limit = 300;

function bounded(name: string, text: string, expected: 'fails' | 'any' = 'fails'): void {
  it(`${name} is stopped in time`, () => {
    const started = process.cpuUsage();
    const result = evaluate(text, data, at);
    const took = process.cpuUsage(started).user / 1000;
    assert.ok(keepsTo(took, limit), `took ${took.toFixed(0)} ms`);
    if (expected === 'fails') assert.ok('failed' in result, JSON.stringify(result).slice(0, 200));
  });
}

describe('A hostile expression', () => {
  bounded('a loop to ten million', 'count(for i in 1..10000000 return i)');
  bounded('nested loops', 'count(for i in 1..1000, j in 1..1000, k in 1..1000 return i)');
  bounded('a quantifier over nested loops', 'every i in 1..10000, j in 1..10000 satisfies i > 0');
  bounded('a loop that never meets its end', 'for i in 1..2.5 return i');
  bounded('a loop over a range', 'for i in [1..10000000] return i');
  bounded('filters in filters', 'list[count(list[count(list[item > 1]) > 1]) > 1]');
  bounded('endless recursion', '{f: function(n) f(n), r: f(1)}.r');
  bounded('exponential recursion', '{f: function(n) if n = 0 then 1 else f(n - 1) + f(n - 1), r: f(60)}.r');
  bounded('doubling texts', doubled('"x"', (name) => `${name} + ${name}`, (name) => `string length(${name})`));
  bounded('doubling lists', doubled('[1]', (name) => `concatenate(${name}, ${name})`, (name) => `count(${name})`));
  bounded('a result that unfolds', doubled('[1]', (name) => `[${name}, ${name}]`, (name) => name));
  bounded('comparing what unfolds', doubled('[1, 2]', (name) => `[${name}, ${name}]`, (name) => `${name} = [${name}, 1][1]`), 'any');
  bounded('writing out what unfolds', doubled('[1]', (name) => `[${name}, ${name}]`, (name) => `string(${name})`));
  bounded('flattening what unfolds', doubled('[1]', (name) => `[${name}, ${name}]`, (name) => `flatten(${name})`));
  bounded('partial lists that hold themselves', 'for i in 1..50 return [partial, partial]');
  bounded('partial lists that grow', 'for i in 1..60 return concatenate(flatten(partial), flatten(partial), [1])', 'any');
  bounded('distinct values of many contexts', 'distinct values(for i in 1..20000 return {i: i})');
  bounded('a pattern that backtracks', `matches("${'a'.repeat(40)}!", "^(a+)+$")`, 'any');
  bounded('a pattern that backtracks, replacing', `replace("${'a'.repeat(40)}!", "^(a+)+$", "")`, 'any');
  bounded('a pattern that backtracks, splitting', `split("${'a'.repeat(40)}!", "(a+)+$")`, 'any');
  bounded('a pattern that is large when unfolded', 'matches(text, "((a{1,30}){1,30}){1,1}b")', 'any');
  bounded('a replacement that grows', 'replace(replace(replace(text, "a", "aaaaaaaaaa"), "a", "aaaaaaaaaa"), "a", "aaaaaaaaaa")');
  bounded('deep parentheses', '('.repeat(990) + '1' + ')'.repeat(990));
  bounded('deep lists', '['.repeat(990) + ']'.repeat(990));
  bounded('deep contexts', '{a:'.repeat(660));
  bounded('deep conditions', 'if a then '.repeat(190));
  bounded('many negations', `${'-'.repeat(1900)}1`, 'any');
  bounded('a long text', '1 + '.repeat(3000) + '1');
  bounded('many terms', '1 + '.repeat(390) + '1', 'any');
  bounded('many entries', `{${Array.from({ length: 250 }, (_, index) => `v${index}:1`).join(',')}}`, 'any');
  bounded('a name of many parts', `for ${'a-'.repeat(990)}`);
  bounded('a parameter of many parts', `function(${'a-'.repeat(790)}a) 1`, 'any');
  bounded('a power of a power', '((9 ** 999) ** 999) ** 0.333', 'any');
  bounded('roots and exponents', 'count(for i in 1..20000 return exp(sqrt(i / 7)))', 'any');
  bounded('many fractions', `count(for i in 1..20000 return ${'i / 7 + '.repeat(150)}1)`, 'any');
  bounded('many comparisons of fractions', `{d: 1/3, r: count(for i in 1..20000 return ${'d > 2/3 or '.repeat(100)}false)}.r`, 'any');
  bounded('sorting fractions', 'median(for i in 1..20000 return i * 7919 / 20011)', 'any');
  bounded('a deviation of fractions', 'stddev(for i in 1..20000 return i / 7)', 'any');
  bounded('a duration beyond all measure', 'duration("P1D") * 10 ** 6000', 'any');
  bounded('an unfinished type', `{${'a instance of list<'.repeat(100)}`);
  bounded('a long path', 'a.b'.padEnd(1900, '.b'), 'any');
  bounded('a long name', 'a '.repeat(990), 'any');
  bounded('a long number', '9'.repeat(1900));
  bounded('a large date', 'date("999999999-01-01") + duration("P999999999Y")', 'any');
  bounded('a large duration', 'duration("P1D") * 1e300', 'any');
  bounded('a deep answer', doubled('[1]', (name) => `[${name}]`, (name) => name), 'any');

  const escapes = [
    'a.constructor', 'a.__proto__', '"x".constructor', 'a.b.constructor.constructor', '[].constructor', '[].length', '"x".length', 'get value(a, "constructor")', 'get value(a, "__proto__")',
    '__proto__', 'toString', 'hasOwnProperty', 'a.hasOwnProperty', 'date("2026-01-01").value', 'date("2026-01-01").unwrap', 'date("2026-01-01").constructor', 'process', 'globalThis', 'this', 'context put(a, "__proto__", {admin: true}).admin',
    'context([{key: "__proto__", value: {admin: true}}]).admin', 'a.valueOf',
  ];
  for (const text of escapes) {
    it(`${text} reaches nothing`, () => {
      const result = evaluate(text, { a: { b: 1 } }, at);
      assert.ok('failed' in result || result.value === null || (Array.isArray(result.value) && result.value.length === 0), JSON.stringify(result));
      assert.equal(({} as { admin?: unknown }).admin, undefined);
    });
  }
  it('{"__proto__": 1} is refused', () => assert.match(check('{"__proto__": {admin: true}}') ?? '', /__proto__/));
  it('a(1).constructor("return process")() is no call', () => assert.ok('failed' in evaluate('a.constructor("return process")()', { a: { b: 1 } }, at)));
  it('an external function is refused', () => assert.match(check('function(x) external {java: {class: "java.lang.Runtime"}}') ?? '', /never run/));
  it('the name "constructor" in the data is only data', () => assert.deepEqual(evaluate('constructor', data, at), { value: 'own', missing: [], warnings: [] }));
  it('a hostile cell is stopped too', () => assert.ok('failed' in unaryTest('count(for i in 1..10000000 return i)', 1, {}, at)));
});
