import type { Compiler } from './compile.ts';
import { nameOf } from './literals.ts';
import { Refusal, spend } from './run.ts';
import type { Code, Run, Scope } from './run.ts';
import type { Syntax } from './syntax.ts';
import { kindOf } from './value.ts';

interface Iterator {
  readonly name: string;
  readonly values: (scope: Scope) => Iterable<unknown> | null;
}

function iterators(node: Syntax, compile: (node: Syntax) => Code): readonly Iterator[] {
  return node.children.map(({ children: [name, , source] }) => {
    const [start, , end] = source!.children;
    const from = compile(start!);
    const to = end === undefined ? undefined : compile(end);
    return {
      name: nameOf(name!),
      values(scope) {
        const first = from(scope);
        if (to !== undefined) return count(first, to(scope), scope.run);
        return first === null ? null : Array.isArray(first) ? first : kindOf(first) === 'range' ? countRange(first as Record<string, unknown>, scope.run) : [first];
      },
    };
  });
}

function* count(start: unknown, end: unknown, run: Run): Generator<number> {
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw new Refusal('expected a loop from one whole number to another, such as 1..10');
  const [from, to] = [start as number, end as number];
  if (Math.abs(to - from) > run.left) spend(run, Math.abs(to - from));
  for (let step = 0; step <= Math.abs(to - from); step++) yield from < to ? from + step : from - step;
}

function countRange(range: Record<string, unknown>, run: Run): Iterable<number> {
  const [start, end] = [range['start'], range['end']];
  const direction = (start as number) <= (end as number) ? 1 : -1;
  const from = range['start included'] === true ? start : (start as number) + direction;
  const to = range['end included'] === true ? end : (end as number) - direction;
  return (direction > 0 ? (from as number) > (to as number) : (from as number) < (to as number)) ? [] : count(from, to, run);
}

/** Runs `visit` for each combination, the first iterator outermost; stops when it answers true. Null when a source is null. */
function each(all: readonly Iterator[], scope: Scope, visit: (inner: Scope) => boolean, extra: Record<string, unknown> = {}): boolean | null {
  const [first, ...rest] = all;
  if (first === undefined) return visit(scope);
  const values = first.values(scope);
  if (values === null) return null;
  for (const value of values) {
    spend(scope.run, 20);
    const inner: Scope = { run: scope.run, names: { ...extra, [first.name]: value }, outer: scope };
    const stopped = each(rest, inner, visit);
    if (stopped !== false) return stopped;
  }
  return false;
}

export const loops: Readonly<Record<string, Compiler>> = {
  ForExpression(node, compile) {
    const all = iterators(node.children[1]!, compile);
    const body = compile(node.children[3]!);
    return (scope) => {
      const partial: unknown[] = [];
      const done = each(all, scope, (inner) => {
        partial.push(body(inner));
        return false;
      }, { partial });
      return done === null ? null : partial;
    };
  },
  QuantifiedExpression(node, compile) {
    const every = node.children[0]!.text === 'every';
    const all = iterators(node.children[1]!, compile);
    const condition = compile(node.children[3]!);
    return (scope) => {
      let unknown = false;
      const stopped = each(all, scope, (inner) => {
        const result = condition(inner);
        if (typeof result !== 'boolean') unknown = true;
        return result === !every;
      });
      return stopped === null ? null : stopped ? !every : unknown ? null : every;
    };
  },
};
