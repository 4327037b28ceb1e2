import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { evaluate } from './feel.ts';
import { parse, type Syntax } from './syntax.ts';

const data = { kind: 'a', x: 2, y: 2, list: ['a', 'b'], t: true, f: false };
const worth = (text: string): unknown => {
  const answer = evaluate(text, data, '2026-01-01T00:00:00Z');
  return 'failed' in answer ? answer.failed : answer.value;
};

/** Each means the same as what stands beside it, with parentheses as a person would read it. */
const same: readonly (readonly [text: string, meant: string])[] = [
  ['kind in ("a") and x = 2', '(kind in ("a")) and (x = 2)'],
  ['kind in ("a") and x = 1', '(kind in ("a")) and (x = 1)'],
  ['kind in ("b") or x = 2', '(kind in ("b")) or (x = 2)'],
  ['kind in "a" and x = 2', '(kind in "a") and (x = 2)'],
  ['kind in ["a", "b"] and x = 2', '(kind in ["a", "b"]) and (x = 2)'],
  ['kind in list and t', '(kind in list) and t'],
  ['x in [1..2] and y = 2', '(x in [1..2]) and (y = 2)'],
  ['x in < 5 and y = 2', '(x in (< 5)) and (y = 2)'],
  ['x in (< 5) or f', '(x in (< 5)) or f'],
  ['f and kind in ("a") or t', '(f and (kind in ("a"))) or t'],
  ['t or kind in ("a") and f', 't or ((kind in ("a")) and f)'],
  ['x = 2 and kind in ("a") and y = 2', '(x = 2) and (kind in ("a")) and (y = 2)'],
  ['kind in ("b") and x in [1..2] or kind in ("a")', '((kind in ("b")) and (x in [1..2])) or (kind in ("a"))'],
  ['t = kind in ("a") and f', '(t = (kind in ("a"))) and f'],
  ['if kind in ("a") and x = 2 then "yes" else "no"', 'if (kind in ("a")) and (x = 2) then "yes" else "no"'],
  ['some each in list satisfies each in ("b") and t', 'some each in list satisfies ((each in ("b")) and t)'],
  ['t in (f or t)', 't in ((f or t))'],
];

describe('A comparison with "in"', () => {
  for (const [text, meant] of same) {
    it(`${text} means ${meant}`, () => {
      assert.equal(typeof worth(meant) === 'boolean' || typeof worth(meant) === 'string', true);
      assert.deepEqual(worth(text), worth(meant));
    });
  }

  it('ends before "and" and "or", however they are mixed', () => {
    const operand = fc.constantFrom('t', 'f', 'kind in ("a")', 'kind in "b"', 'x in [1..2]', 'x in (> 3)', 'kind in list', 'x = 2', '(f or kind in ("a") and t)');
    const links = fc.array(fc.tuple(fc.constantFrom('and', 'or'), operand), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(operand, links, (first, rest) => {
      const text = [first, ...rest.flat()].join(' ');
      const meant = [`(${first})`, ...rest.flatMap(([link, each]) => [link, `(${each})`])].join(' ');
      assert.deepEqual(worth(text), worth(meant), text);
    }), { numRuns: 500 });
  });

  it('has, in every part, the text from where it begins to where it ends', () => {
    const text = 'f and kind in ("a") or  x in < 5 and t';
    const check = ({ text: own, from, children }: Syntax): void => {
      assert.equal(text.slice(from, from + own.length), own);
      for (const child of children) {
        assert.ok(child.from >= from && child.from + child.text.length <= from + own.length, `${child.text} in ${own}`);
        check(child);
      }
    };
    check(parse(text, 'expression', data));
  });
});
