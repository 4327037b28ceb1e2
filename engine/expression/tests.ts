import { equal } from './compare.ts';
import { compile } from './compile.ts';
import { passes } from './logic.ts';
import { Test } from './range.ts';
import type { Code } from './run.ts';
import type { Syntax } from './syntax.ts';

const asks = (node: Syntax): boolean => node.kind === '?' || node.children.some(asks);
const reads = new Set(['VariableName', 'PathExpression', 'BooleanLiteral']);

/**
 * The code of a decision table's cell: true when the value under `?` passes one of the tests (DMN 1.5, 7.3.3).
 * An expression that mentions `?`, or is itself a condition, must be true; any other must equal the value, hold it in its list, or be a range around it.
 */
export function compileTests(root: Syntax): Code {
  const [first] = root.children;
  if (first?.kind === 'Wildcard') return () => true;
  const negated = first?.kind === 'not';
  const tests = root.children.flatMap(({ kind, children }) => (kind === 'PositiveUnaryTests' ? children : [])).map(({ children: [test] }) => one(test!));
  return (scope) => {
    const some = tests.some((test) => test(scope) === true);
    return negated ? !some : some;
  };
}

function one(node: Syntax): Code {
  const code = compile(node);
  if (asks(node)) return (scope) => code(scope);
  return (scope) => {
    const value = scope.names['?'] ?? null;
    const test = code(scope);
    if (typeof test === 'boolean' && !reads.has(node.kind)) return test;
    if (test instanceof Test) return test.holds(value);
    return test === null ? equal(value, null, scope.run) : passes(test, value, scope);
  };
}
