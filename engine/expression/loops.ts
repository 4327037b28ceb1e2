import type { Compiler } from './compile.ts';
import { countOf } from './decimal.ts';
import { nameOf } from './literals.ts';
import { FeelRange } from './range.ts';
import { Refusal, spend } from './run.ts';
import type { Code, Run, Scope } from './run.ts';
import type { Syntax } from './syntax.ts';
import { FeelDate } from './time/values.ts';

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
        return first === null ? null : Array.isArray(first) ? first : first instanceof FeelRange ? countRange(first, scope.run) : [first];
      },
    };
  });
}

/** Whole numbers or dates, up or down. */
function count(start: unknown, end: unknown, run: Run): Iterable<unknown> {
  const points = start instanceof FeelDate && end instanceof FeelDate;
  const [from, to] = points ? [start.dayNumber, end.dayNumber] : [countOf(start), countOf(end)];
  if (from === undefined || to === undefined) throw new Refusal('expected a loop from one whole number or date to another, such as 1..10');
  if (Math.abs(to - from) > run.left) spend(run, Math.abs(to - from));
  return steps(from, to, points);
}

function* steps(from: number, to: number, asDates: boolean): Generator<unknown> {
  for (let step = 0; step <= Math.abs(to - from); step++) {
    const here = from < to ? from + step : from - step;
    yield asDates ? FeelDate.ofDay(here) : here;
  }
}

function countRange(range: FeelRange, run: Run): Iterable<unknown> {
  const inner = [...count(range.start, range.end, run)];
  return inner.slice(range['start included'] ? 0 : 1, range['end included'] ? undefined : -1);
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
