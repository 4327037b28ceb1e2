import { calls } from './calls.ts';
import { literals } from './literals.ts';
import { logic } from './logic.ts';
import { loops } from './loops.ts';
import { operators } from './operators.ts';
import { paths } from './paths.ts';
import { position } from './syntax.ts';
import type { Syntax } from './syntax.ts';
import { Refusal } from './run.ts';
import type { Code } from './run.ts';

/** How one kind of syntax becomes code; `compile` is for its parts. */
export type Compiler = (node: Syntax, compile: (node: Syntax) => Code) => Code;

const compilers: Readonly<Record<string, Compiler>> = { ...literals, ...operators, ...logic, ...paths, ...loops, ...calls };

/** Turns a syntax tree into code that can be run again and again. Throws a Refusal for syntax that is not executed. */
export function compile(node: Syntax): Code {
  const compiler = Object.hasOwn(compilers, node.kind) ? compilers[node.kind] : undefined;
  if (compiler === undefined) throw new Refusal(`"${node.text.slice(0, 40)}" (${node.kind}) is not executed, at ${position(node.text, 0)}`);
  return compiler(node, compile);
}
