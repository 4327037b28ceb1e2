import { equal, order, range, within } from './compare.ts';
import type { Compiler } from './compile.ts';
import { instanceOf } from './instance.ts';
import { comparisons } from './operators.ts';
import { FeelRange, OnlyRange, Test } from './range.ts';
import { quietly } from './run.ts';
import type { Code, Scope } from './run.ts';
import type { Syntax } from './syntax.ts';

/** Whether `value` passes one test of a list of tests: a range, a comparison, a list or a value. */
export function passes(test: unknown, value: unknown, scope: Scope): boolean | null {
  if (test instanceof Test) return test.holds(value);
  if (test instanceof FeelRange) return within(test, value);
  if (Array.isArray(test) && !Array.isArray(value)) return test.some((entry) => passes(entry, value, scope) === true);
  if (Array.isArray(test)) return equal(test, value, scope.run) === true || test.some((entry) => equal(entry, value, scope.run) === true);
  return equal(value, test, scope.run);
}

/** A test of order is a range open at one end. */
const openRanges: Readonly<Record<string, (limit: unknown) => FeelRange>> = {
  '<': (limit) => new FeelRange(undefined, limit, false, false),
  '<=': (limit) => new FeelRange(undefined, limit, false, true),
  '>': (limit) => new FeelRange(limit, undefined, false, false),
  '>=': (limit) => new FeelRange(limit, undefined, true, false),
  '=': (limit) => new OnlyRange(limit),
};

const isNull = (node: Syntax) => node.kind === 'null';

export const logic: Readonly<Record<string, Compiler>> = {
  // Both stop early: `x != null and x > 3` must not report x as missing.
  Conjunction(node, compile) {
    const [left, right] = [compile(node.children[0]!), compile(node.children[2]!)];
    return (scope) => {
      const first = left(scope);
      if (first === false) return false;
      const second = right(scope);
      return second === false ? false : first === true && second === true ? true : null;
    };
  },
  Disjunction(node, compile) {
    const [left, right] = [compile(node.children[0]!), compile(node.children[2]!)];
    return (scope) => {
      const first = left(scope);
      if (first === true) return true;
      const second = right(scope);
      return second === true ? true : first === false && second === false ? false : null;
    };
  },
  IfExpression(node, compile) {
    const [condition, then, otherwise] = [compile(node.children[1]!), compile(node.children[3]!), compile(node.children[5]!)];
    return (scope) => (condition(scope) === true ? then(scope) : otherwise(scope));
  },
  Comparison(node, compile) {
    const [left, operator, right] = node.children;
    if (operator!.text === 'in') return membership(compile(left!), node.children.slice(2), compile);
    if (operator!.text === 'between') return between(compile(left!), compile(right!), compile(node.children[4]!));
    const test = comparisons[operator!.text]!;
    const [from, to] = [compile(left!), compile(right!)];
    // Comparing with null asks whether something is there; its absence is an answer, not a fault.
    if (isNull(left!) || isNull(right!)) return (scope) => test(quietly(from, scope), quietly(to, scope), scope.run);
    return (scope) => test(from(scope), to(scope), scope.run);
  },
  SimplePositiveUnaryTest(node, compile) {
    const [first, second] = node.children;
    if (second === undefined) return compile(first!);
    const [test, bound] = [comparisons[first!.text]!, compile(second)];
    const open = openRanges[first!.text];
    return (scope) => {
      const limit = bound(scope);
      const isEnd = order(limit, limit) === 0;
      return open !== undefined && isEnd ? open(limit) : new Test((value) => test(value, limit, scope.run), first!.text === '!=' && isEnd ? limit : undefined);
    };
  },
  InstanceOfExpression(node, compile) {
    const value = compile(node.children[0]!);
    const accepts = instanceOf(node.children[3]!);
    return (scope) => accepts(value(scope));
  },
};

function between(value: Code, start: Code, end: Code): Code {
  return (scope) => {
    const [low, high, tested] = [start(scope), end(scope), value(scope)];
    const limits = low === null || high === null ? null : range(low, high, true, true);
    return limits === null ? null : within(limits, tested);
  };
}

function membership(value: Code, nodes: readonly Syntax[], compile: (node: Syntax) => Code): Code {
  const tests = nodes.flatMap((node) => (node.kind === 'PositiveUnaryTests' ? node.children : node.kind === 'PositiveUnaryTest' ? [node] : [])).map((node) => compile(node.children[0]!));
  return (scope) => {
    const tested = value(scope);
    const results = tests.map((test) => passes(test(scope), tested, scope));
    return results.includes(true) ? true : results.includes(null) ? null : false;
  };
}
