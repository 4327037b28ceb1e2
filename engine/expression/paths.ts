import { isNumeric } from './decimal.ts';
import { builtins } from './builtins.ts';
import { callWith } from './builtins/signature.ts';
import type { Compiler } from './compile.ts';
import { passes } from './logic.ts';
import { nameOf } from './literals.ts';
import { entry, find } from './names.ts';
import { FeelFunction } from './function.ts';
import { FeelRange, Test } from './range.ts';
import { quietly, spend } from './run.ts';
import type { Code, Run, Scope } from './run.ts';
import type { Syntax } from './syntax.ts';
import { kindOf } from './value.ts';
import type { Context } from './value.ts';

const temporalProperties: Readonly<Record<string, readonly string[]>> = {
  date: ['year', 'month', 'day', 'weekday'],
  time: ['hour', 'minute', 'second', 'timezone', 'time offset'],
  'date time': ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'timezone', 'time offset'],
  'months duration': ['years', 'months'],
  'days duration': ['days', 'hours', 'minutes', 'seconds'],
  range: ['start', 'end', 'start included', 'end included'],
};

/** `a.b.c` for a path of names, without spaces around the dots. */
export function pathOf(node: Syntax): string {
  return node.kind === 'PathExpression' ? `${pathOf(node.children[0]!)}.${nameOf(node.children[2]!)}` : nameOf(node);
}

function property(target: unknown, name: string, path: string, run: Run): unknown {
  const kind = kindOf(target);
  if (kind === 'list') {
    spend(run, (target as unknown[]).length);
    return (target as unknown[]).map((element) => property(element, name, path, run));
  }
  if (kind === 'context') {
    const value = entry(target as Context, name);
    if (value !== undefined) return value;
  } else if (temporalProperties[kind]?.includes(name)) return (target as Record<string, unknown>)[name] ?? null;
  // A path below something missing is missing for the same reason: name the cause once.
  if (![...run.missing].some((known) => path.startsWith(`${known}.`))) run.missing.add(path);
  return null;
}

export const paths: Readonly<Record<string, Compiler>> = {
  VariableName(node) {
    const name = nameOf(node);
    const builtin = builtins.get(name);
    return (scope) => {
      const value = find(scope, name);
      if (value !== undefined) return value;
      if (builtin !== undefined) return new FeelFunction((...values) => callWith(builtin, scope, values), builtin.parameters);
      scope.run.missing.add(name);
      return null;
    };
  },
  '?': () => (scope) => find(scope, '?') ?? null,
  PathExpression(node, compile) {
    const [target, name, path] = [compile(node.children[0]!), nameOf(node.children[2]!), pathOf(node)];
    return (scope) => property(target(scope), name, path, scope.run);
  },
  FilterExpression(node, compile) {
    const [list, condition] = [compile(node.children[0]!), compile(node.children[2]!)];
    const testsOnly = ['Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression', 'InstanceOfExpression', 'SimplePositiveUnaryTest'].includes(node.children[2]!.kind);
    return (scope) => {
      const target = list(scope);
      if (target === null) return null;
      const elements: readonly unknown[] = Array.isArray(target) ? target : [target];
      const index = testsOnly ? null : quietly(condition, scope);
      if (isNumeric(index) && typeof index !== 'number') return null;
      if (typeof index === 'number') return elements.at(index > 0 ? index - 1 : index === 0 ? elements.length : index) ?? null;
      return elements.filter((element) => chosen(condition, element, scope));
    };
  },
};

function chosen(condition: Code, element: unknown, scope: Scope): boolean {
  spend(scope.run, 12);
  const item: Scope = { run: scope.run, names: { item: element }, outer: scope };
  const inside = kindOf(element) === 'context' ? { run: scope.run, names: element as Context, outer: item } : item;
  const result = condition(inside);
  return (result instanceof Test || result instanceof FeelRange ? passes(result, element, scope) : result) === true;
}
