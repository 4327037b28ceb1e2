import assert from 'node:assert/strict';
import type { Data, Json } from '../state.ts';
import { check, evaluate, unaryTest, variables } from './feel.ts';

const at = '2026-03-01T18:30:00Z';
const data: Data = {
  application: { work: { storeys: 4, kind: 'nhà ở', area: 120.5 }, members: [{ name: 'An', age: 40 }, { name: 'Bình', age: 12 }], none: null },
  x: 'yes', n: 5, flag: true, "Mike's age": 33, 'Applicant Age': 18, 'số tầng': 3, 'date of birth': '1990-05-01', fee: 9007199254740991,
};

function expr(text: string, value: Json, missing: readonly string[] = []): void {
  it(`${text} is ${JSON.stringify(value)}`, () => {
    const result = evaluate(text, data, at);
    assert.ok('value' in result, 'failed' in result ? result.failed : '');
    assert.deepEqual(result.value, value);
    assert.deepEqual(result.missing, missing);
  });
}

function fails(text: string, why: RegExp): void {
  it(`${text.slice(0, 60)} fails: ${why.source}`, () => {
    const result = evaluate(text, data, at);
    assert.ok('failed' in result, `gave ${JSON.stringify(result)}`);
    assert.match(result.failed, why);
  });
}

function test(text: string, value: Json, passes: Json): void {
  it(`the cell ${text} ${passes === true ? 'accepts' : 'does not accept'} ${JSON.stringify(value)}`, () => {
    const result = unaryTest(text, value, data, at);
    assert.ok('value' in result, 'failed' in result ? result.failed : '');
    assert.equal(result.value, passes);
  });
}

describe('An expression', () => {
  describe('calculates', () => {
    expr('1 + 1', 2);
    expr('2 + 3 * 4 ** 2', 50);
    expr('-n', -5);
    expr('1e3', 1000);
    expr('1 / 0', null);
    expr('"a" + "b"', 'ab');
    expr('"a" + 1', null);
    expr('decimal(0.1 + 0.2, 2)', 0.3);
    expr('sum([1, 2, 3])', 6);
    expr('median([10, 9, 1])', 9);
    expr('max(date("2026-01-01"), date("2026-02-01"))', '2026-02-01');
    expr('substring(string: "motcua", start position: 4)', 'cua');
  });
  describe('keeps money exact', () => {
    expr('fee - 1', 9007199254740990);
    expr('15000000 * 3 + 70000', 45070000);
    expr('sum(for i in 1..1000 return 150000)', 150000000);
    expr('0.1 + 0.2', 0.3);
    expr('0.1 + 0.2 = 0.3', true);
    expr('1.1 * 1.1', 1.21);
    expr('application.work.area * 0.1', 12.05);
    expr('sum(for i in 1..1000 return 0.1)', 100);
    expr('mean([0.1, 0.2, 0.3])', 0.2);
    expr('string(fee * fee)', '81129638414606663681390495662081');
    expr('(fee * fee) / fee = fee', true);
    expr('string(1 / 3)', '0.3333333333333333333333333333333333');
    expr('1 / 3 * 3 = 1', false);
    expr('round half up(1.005, 2)', 1.01);
    expr('decimal(2.5, 0)', 2);
    expr('modulo(10.1, 4.5)', 1.1);
    expr('fee + 1 + 1 - fee', 2);
    expr('9007199254740993 = 9007199254740992', false);
    expr('{a: fee + 2}.a > fee + 1', true);
    expr('2 ** 0.5 > 1.41421356237309504880168 and 2 ** 0.5 < 1.41421356237309504880169', true);
    expr('10 ** 400 / 10 ** 399', 10);
    it('and keeps a whole number as it is or not at all', () => {
      assert.deepEqual(evaluate('fee - 1', data, at, { kept: true }), { value: 9007199254740990, missing: [], warnings: [] });
      assert.deepEqual(evaluate('[fee * 3]', data, at, { kept: true }), { failed: 'the number 27021597764222973 has more digits than data can keep: string() keeps it as a text' });
      assert.deepEqual(evaluate('fee * 3 + 0.5', data, at, { kept: true }), { failed: 'the number 27021597764222973.5 has more digits than data can keep: string() keeps it as a text' });
      assert.deepEqual(evaluate('1 / 3', data, at, { kept: true }), { value: 1 / 3, missing: [], warnings: [] });
    });
    it('and says when JSON cannot carry it', () => {
      assert.deepEqual(evaluate('fee * 3', data, at), { value: 27021597764222972, missing: [], warnings: ['the number 27021597764222973 has more digits than JSON carries, and became 27021597764222972'] });
    });
  });
  describe('compares', () => {
    expr('application.work.storeys > 3', true);
    expr('x = "yes"', true);
    expr('n in [1..5]', true);
    expr('n in (!= 10)', true);
    expr('(= 10) = (= 10)', true);
    expr('(= 10) = [10..10]', false);
    expr('[10..10] = [10..10]', true);
    expr('(!= 10) = (!= 10)', true);
    expr('(!= 10) = (!= 11)', false);
    expr('coincides((= 10), [10..10])', true);
    expr('n in (1, > 4)', true);
    expr('n in not(5)', false);
    expr('n between 1 and 4', false);
    expr('"a" >= 5', null);
    expr('"5" = 5', null);
    expr('null = null', true);
    expr('[1, 2] = [1, 2]', true);
    expr('{a: 1} = {a: 1}', true);
    expr('date("2026-01-01") < date("2026-01-02")', true);
    expr('n instance of number', true);
    expr('not(flag)', false);
    expr('flag and n > 3 or false', true);
    expr('if n > 3 then "tall" else "low"', 'tall');
    expr('if null then 1 else 2', 2);
  });
  describe('walks through data', () => {
    expr('application.members[age > 18].name', ['An']);
    expr('application.members[1].name', 'An');
    expr('application.members[-1].name', 'Bình');
    expr('application.members[3]', null);
    expr('application.members.age', [40, 12]);
    expr('[1, 2, 3][item > 1]', [2, 3]);
    expr('[1, 2, 3][> 1]', [2, 3]);
    expr('count(application.members)', 2);
    expr('for m in application.members return m.age + 1', [41, 13]);
    expr('for i in 3..1 return i', [3, 2, 1]);
    expr('for i in 1..2, j in [10, 20] return i * j', [10, 20, 20, 40]);
    expr('for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]', [1, 1, 2, 3, 5]);
    expr('some m in application.members satisfies m.age < 18', true);
    expr('every m in application.members satisfies m.age < 18', false);
    expr('{a: 1, b: a + 1}.b', 2);
    expr('sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]);
    expr('{double: function(v) v * 2, r: double(4)}.r', 8);
  });
  describe('knows names as people write them', () => {
    expr("Mike's age + 1", 34);
    expr('Applicant Age > 17', true);
    expr('số tầng', 3);
    expr('date of birth', '1990-05-01');
    it('but data named like a keyword change no expression', () => {
      const named = Object.fromEntries(['and', 'or', 'in', 'of', 'if', 'then', 'else', 'for', 'return', 'every', 'some', 'satisfies', 'between', 'instance', 'function', 'external', 'not', 'null', 'true', 'false', 'date', 'time', 'duration'].map((name) => [name, 0]));
      const cases: readonly (readonly [string, Json])[] = [['if n > 3 and not(n in [7..9]) then true else null', true], ['for i in [1, 2] return i', [1, 2]], ['every i in [n] satisfies i instance of number', true], ['n between 1 and 9 or false', true], ['(function(a) a = null)(null)', true], ['m.in', 1], ['date and time("2026-01-01T00:00:00Z").year + date', 2026], ['years and months duration(date("2026-01-01"), date("2027-01-01"))', 'P1Y']];
      for (const [text, value] of cases) assert.deepEqual(evaluate(text, { ...named, n: 5, m: { in: 1 } }, at), { value, missing: [], warnings: [] }, text);
    });
  });
  describe('knows the calendar, in Viet Nam and only by the given instant', () => {
    expr('today()', '2026-03-02');
    expr('now()', '2026-03-02T01:30:00+07:00');
    expr('date("2026-01-31") + duration("P1M")', '2026-02-28');
    expr('date("2026-03-01") - date("2026-02-01")', 'P28D');
    expr('@"2026-01-01".year', 2026);
    expr('duration("P1D") * 2', 'P2D');
    expr('date and time("2026-01-01T10:00:00") + duration("PT2H")', '2026-01-01T12:00:00');
    expr('years and months duration(date("2024-01-01"), date("2026-03-01")) = @"P26M" and Mike\'s age > 0', true);
    expr('years and months duration(date("2024-01-01"), date("2026-03-01"))', 'P2Y2M');
    expr('day of week(date("2026-03-02"))', 'Monday');
    it('another zone can be given', () => {
      assert.deepEqual(evaluate('today()', {}, at, { offsetMinutes: 0 }), { value: '2026-03-01', missing: [], warnings: [] });
    });
  });
  describe('knows time zones, and years that others do not', () => {
    expr('@"2021-01-01T24:00:00"', '2021-01-02T00:00:00');
    expr('date("-999999999-12-31").year', -999999999);
    expr('date("2024-02-29") + @"P1Y"', '2025-02-28');
    expr('time("10:20:00+00:00")', '10:20:00Z');
    expr('time("13:20:00+19:00")', null);
    expr('@"2026-03-29T01:30:00@Europe/Paris" + @"PT1H"', '2026-03-29T03:30:00@Europe/Paris');
    expr('@"2026-03-28T12:00:00@Europe/Paris" + @"P1D"', '2026-03-29T13:00:00@Europe/Paris');
    expr('@"2026-03-01T08:00:00@Asia/Ho_Chi_Minh" = @"2026-03-01T01:00:00Z"', true);
    expr('date and time("2026-03-01T08:00:00@Asia/Nowhere")', null);
    expr('@"2026-03-01T08:00:00" - @"2026-03-01T01:00:00Z"', null);
    expr('@"2026-03-01T08:00:00@Asia/Ho_Chi_Minh".time offset', 'PT7H');
    expr('time(8, 30, 1.5, duration("PT7H"))', '08:30:01.5+07:00');
    expr('week of year(date("2027-01-01"))', 53);
    expr('day of year(date("2024-12-31"))', 366);
    expr('duration("P1D") / duration("PT6H")', 4);
    expr('is(@"P0Y", @"P0D")', false);
  });
  describe('knows ranges', () => {
    expr('overlaps before([1..5], [4..8])', true);
    expr('finishes(10, [1..10])', true);
    expr('during([2..3], (1..4))', true);
    expr('starts([1..3], [1..10])', true);
    expr('coincides([1..5], [1..5])', true);
    expr('before([1..10), 10)', true);
    expr('2 in range("[1..3]")', true);
    expr('range("[3..1]") = null', true);
    expr('[1..3] instance of range<number>', true);
    expr('[1..3] instance of range<string>', false);
    expr('5 in (null..10]', null);
    expr('for d in @"1980-01-01"..@"1980-01-03" return d', ['1980-01-01', '1980-01-02', '1980-01-03']);
  });
  describe('calls functions that are values', () => {
    expr('{f: function(g) g(4), r: f(sqrt)}.r', 2);
    expr('{f: function(n: number) n + 1, r: f("x")}.r', null);
  });
  // https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/
  describe('knows the functions that Camunda adds', () => {
    expr('is defined(fee)', true);
    expr('is defined(nothing)', false);
    expr('is defined(application.work.basement)', false);
    expr('is defined(value: null)', false);
    expr('get or else(nothing, "none")', 'none');
    expr('get or  else(n, other)', 5);
    expr('1 + get or else(default: 2, value: application.none)', 3);
    expr('get or else(nothing, other)', null, ['other']);
    expr('{f: function(g) g(nothing), r: f(is defined)}.r', false, ['nothing']);
    expr('"get or else(" + "x)"', 'get or else(x)');
    expr('is blank("  ")', true);
    expr('is blank(null)', null);
    expr('is empty([])', true);
    expr('trim("  hello world  ")', 'hello world');
    expr('extract("references are 1234, 1256, 1378", "12[0-9]*")', ['1234', '1256']);
    expr('extract("a", "(")', null);
    expr('duplicate values([1, 2, 3, 2, 1, 2])', [2, 1]);
    expr('partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]);
    expr('partition([1, 2], 0)', null);
    expr('put({x: 1}, "y", 2)', { x: 1, y: 2 });
    expr('put all({x: 1, y: 1}, {y: 2})', { x: 1, y: 2 });
    expr('last day of month(date("2024-02-05"))', '2024-02-29');
    expr('last day of month(date and time("2026-12-05T10:00:00"))', '2026-12-31');
    expr('cycle(3, duration("PT1H"))', 'R3/PT1H');
    expr('cycle(duration("P1D"))', 'R/P1D');
    expr('cycle(null, duration("P1D"))', 'R/P1D');
    expr('cycle(3, "PT1H")', null);
  });
  describe('says what is missing', () => {
    expr('nothing', null, ['nothing']);
    expr('application.work.basement', null, ['application.work.basement']);
    expr('application.land.plot.number > 3', null, ['application.land']);
    expr('application.none.number', null, ['application.none.number']);
    expr('nothing = null', true);
    expr('nothing != null and nothing > 3', false);
    expr('application.members[height > 3]', [], ['height']);
  });
  describe('matches patterns in linear time', () => {
    expr('matches("079123456789", "^[0-9]{12}$")', true);
    expr('matches("ABC", "^abc$", "i")', true);
    expr('matches("a", "(")', null);
    expr('replace("2026-01-31", "(\\d+)-(\\d+)-(\\d+)", "$3/$2/$1")', '31/01/2026');
    expr('split("a;b;c", ";")', ['a', 'b', 'c']);
  });
  describe('that is wrong says where', () => {
    fails('1 +', /go on, but it ends at line 1, column 4/);
    fails('1 + * 2', /did not expect "\*" at line 1, column 5/);
    fails('', /expected an expression, but it is empty/);
    fails('get or else(1, 2, 3)', /get or else\(\) expects at most 2 arguments, but has 3/);
    fails('get or else 1', /did not expect "else" at line 1, column 8/);
    fails('uuid()', /there is no function "uuid"/);
    fails('foo(1)', /there is no function "foo"/);
    fails('count(1, 2)', /at most 1 arguments, but has 2/);
    fails('count(lst: 1)', /no parameter "lst"; it has list/);
    fails('[1..3]', /is a range/);
    fails('count', /is a function/);
    fails('function(a) a', /is a function/);
    fails('10 ** 400', /finite number/);
    fails('@"soon"', /ISO 8601/);
    it('is found before it runs', () => {
      assert.equal(check('a.b > 3'), undefined);
      assert.equal(check('< 5, [7..9]', 'tests'), undefined);
      assert.match(check('a >') ?? '', /line 1, column 4/);
      assert.match(check('isAdult(a)') ?? '', /no function "isAdult"/);
    });
  });
});

describe('A decision table cell', () => {
  test('-', null, true);
  test('"a", "b"', 'b', true);
  test('not("a", "b")', 'b', false);
  test('< 5', 4, true);
  test('< 5', 'x', false);
  test('[1..5], > 7', 8, true);
  test('(1..5)', 5, false);
  test('? > 3 and ? < 6', 5, true);
  test('contains(?, "nhà")', 'nhà ở', true);
  test('null', null, true);
  test('n', 5, true);
  test('true', true, true);
  test('true', false, false);
  test('flag', false, false);
  test('> n + 1', 7, true);
  test('< date("2026-01-01")', null, false);
  test('[1, 2]', 2, true);
});

describe('Variables of an expression', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['application.work.storeys > 3', ['application.work.storeys']],
    ['for m in application.members return m.age * rate', ['application.members', 'rate']],
    ['{a: b, c: a}.c', ['b']],
    ['count(list)', ['list']],
    ['some i in l satisfies i = k', ['l', 'k']],
    ['function(v) v + w', ['w']],
    ['1 +', []],
  ];
  for (const [text, paths] of cases) it(`${text} reads ${paths.join(', ') || 'nothing'}`, () => assert.deepEqual(variables(text), paths));
});

describe('several expressions on one allowance', () => {
  it('stop together, and each counts down what it used', () => {
    const allowance = { left: 10_000 };
    const evaluations = Array.from({ length: 20 }, () => evaluate('count(for i in 1..100 return i)', {}, '2026-01-01T00:00:00Z', { allowance }));
    assert.ok('value' in evaluations[0]!);
    assert.ok('failed' in evaluations.at(-1)!);
    assert.ok(allowance.left < 10_000);
  });
});
