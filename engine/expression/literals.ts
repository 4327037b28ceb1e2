import type { Compiler } from './compile.ts';
import { numberOf } from './decimal.ts';
import type { Numeric } from './decimal.ts';
import { Refusal, warn } from './run.ts';
import type { Code, Scope } from './run.ts';
import { stringOf } from './string.ts';
import type { Syntax } from './syntax.ts';
import { parseTemporal } from './time/parse.ts';

const constant = (value: unknown): Code => () => value;

export const literals: Readonly<Record<string, Compiler>> = {
  Expression: (node, compile) => compile(node.children[0]!),
  ParenthesizedExpression: (node, compile) => compile(node.children[1]!),
  FunctionBody: (node, compile) => compile(node.children[0]!),
  null: () => constant(null),
  BooleanLiteral: (node) => constant(node.text === 'true'),
  NumericLiteral: (node) => constant(number(node.text)),
  StringLiteral: (node) => constant(stringOf(node.text)),
  AtLiteral: (node) => temporal(stringOf(node.children[0]!.text)),
  List(node, compile) {
    const entries = node.children.slice(1, -1).map(compile);
    return (scope) => entries.map((entry) => entry(scope));
  },
  Context(node, compile) {
    const entries = node.children.slice(1, -1).map(({ children: [key, value] }) => ({ key: keyOf(key!), value: compile(value!) }));
    const twice = entries.find(({ key }, index) => entries.findIndex((other) => other.key === key) < index)?.key;
    return (scope) => {
      const context: Record<string, unknown> = {};
      const inner: Scope = { run: scope.run, names: context, outer: scope };
      for (const { key, value } of entries) context[key] = value(inner);
      return twice === undefined ? context : warn(scope.run, `the context has two entries "${twice}", and counts as null`);
    };
  },
};

// A literal that is none fails when it is reached, so that the rest of a model can run.
function temporal(text: string): Code {
  const value = text.length > 100 ? null : parseTemporal(text);
  if (value !== null) return constant(value);
  return () => {
    throw new Refusal(`expected a date, a time or a duration in ISO 8601, but @"${text.slice(0, 40)}" is none`);
  };
}

function number(text: string): Numeric {
  const value = numberOf(text.replace(/\s/g, ''));
  if (value === null) throw new Refusal(`expected a number that can be held, but came ${text.slice(0, 40)}`);
  return value;
}

function keyOf(node: Syntax): string {
  const [name] = node.children;
  const key = name?.kind === 'StringLiteral' ? stringOf(name.text) : nameOf(name ?? node);
  if (key === '__proto__') throw new Refusal('expected a name of an entry, but "__proto__" is not allowed');
  return key;
}

/** A name with its words one space apart. */
export function nameOf(node: Syntax): string {
  return node.text.trim().replace(/\s+/g, ' ');
}
