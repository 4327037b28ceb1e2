import { temporalLiteral } from './builtins.ts';
import type { Compiler } from './compile.ts';
import { Refusal } from './run.ts';
import type { Code, Scope } from './run.ts';
import type { Syntax } from './syntax.ts';

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
    return (scope) => {
      const context: Record<string, unknown> = {};
      const inner: Scope = { run: scope.run, names: context, outer: scope };
      for (const { key, value } of entries) context[key] = value(inner);
      return context;
    };
  },
};

// A literal the calendar cannot hold fails when it is reached, so that the rest of a model can run.
function temporal(text: string): Code {
  try {
    return constant(temporalLiteral(text));
  } catch (error) {
    return () => {
      throw error instanceof Refusal ? error : new Refusal(`the calendar cannot hold @"${text.slice(0, 40)}"`);
    };
  }
}

function number(text: string): number {
  const value = Number(text.replace(/\s/g, ''));
  if (!Number.isFinite(value)) throw new Refusal(`expected a number that can be held, but came ${text.slice(0, 40)}`);
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

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', "'": "'" };

/** The text a string literal stands for (DMN 1.5, grammar rules 35 and 64). */
export function stringOf(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:U([0-9a-fA-F]{6})|u([0-9a-fA-F]{4})|(.))/g, (all, long: string | undefined, short: string | undefined, letter: string | undefined) => {
      if (letter !== undefined) return escapes[letter] ?? all;
      const code = Number.parseInt((long ?? short)!, 16);
      return code > 0x10ffff ? all : short === undefined ? String.fromCodePoint(code) : String.fromCharCode(code);
    })
    .normalize('NFC');
}
