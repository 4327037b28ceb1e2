import { borrow } from './borrowed.ts';
import type { Compiler } from './compile.ts';
import { equal, order, range } from './compare.ts';
import { spend } from './run.ts';
import type { Code, Run } from './run.ts';
import { bounded, kindOf } from './value.ts';
import type { Kind } from './value.ts';

const addTemporal = borrow(2, ([left, right]) => `${left} + ${right}`);
const subtractTemporal = borrow(2, ([left, right]) => `${left} - ${right}`);
const scaleDuration = (run: Run, length: unknown, factor: number): unknown => {
  const months = kindOf(length) === 'months duration';
  const { value } = length as { value: { years: number; months: number; total: (unit: 'seconds') => number } };
  const size = (months ? value.years * 12 + value.months : value.total('seconds')) * factor;
  const text = months ? `P${Math.trunc(Math.abs(size))}M` : `PT${Math.trunc(Math.abs(size))}S`;
  return Number.isFinite(size) ? makeDuration(run, [`${size < 0 ? '-' : ''}${text}`]) : null;
};
const makeDuration = borrow(1, ([text]) => `duration(${text})`);

const isDuration = (kind: Kind) => kind === 'months duration' || kind === 'days duration';
const isPoint = (kind: Kind) => kind === 'date' || kind === 'date time' || kind === 'time';

type Operation = (left: unknown, right: unknown, run: Run) => unknown;

/** Numbers are IEEE doubles: whole amounts (VND) are exact up to 2^53, fractions such as 0.1 + 0.2 are not; use decimal(). */
const arithmetic: Readonly<Record<string, Operation>> = {
  '+': (left, right, run) => {
    if (typeof left === 'number' && typeof right === 'number') return left + right;
    if (typeof left === 'string' && typeof right === 'string') {
      spend(run, (left.length + right.length) >> 4);
      return bounded(left + right);
    }
    const [kind, other] = [kindOf(left), kindOf(right)];
    const fits = (isPoint(kind) && isDuration(other)) || (isDuration(kind) && isPoint(other)) || (isDuration(kind) && kind === other);
    return fits ? costly(run, addTemporal(run, [left, right])) : null;
  },
  '-': (left, right, run) => {
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    const [kind, other] = [kindOf(left), kindOf(right)];
    const fits = (isPoint(kind) && (isDuration(other) || kind === other || (kind !== 'time' && other !== 'time' && isPoint(other)))) || (isDuration(kind) && kind === other);
    return fits ? costly(run, subtractTemporal(run, [left, right])) : null;
  },
  '*': (left, right, run) => {
    if (typeof left === 'number' && typeof right === 'number') return left * right;
    if (isDuration(kindOf(left)) && typeof right === 'number') return costly(run, scaleDuration(run, left, right));
    return isDuration(kindOf(right)) && typeof left === 'number' ? costly(run, scaleDuration(run, right, left)) : null;
  },
  '/': (left, right, run) => {
    if (right === 0) return null;
    if (typeof left === 'number' && typeof right === 'number') return left / right;
    return isDuration(kindOf(left)) && typeof right === 'number' ? costly(run, scaleDuration(run, left, 1 / right)) : null;
  },
  '**': (left, right) => (typeof left === 'number' && typeof right === 'number' ? left ** right : null),
};

function costly(run: Run, value: unknown): unknown {
  spend(run, 200);
  return value;
}

type Test = (left: unknown, right: unknown, run: Run) => boolean | null;

const ordered = (accept: (sign: number) => boolean): Test => (left, right) => {
  const sign = order(left, right);
  return sign === null ? null : accept(sign);
};

/** `a op b`: null when the two cannot be compared. */
export const comparisons: Readonly<Record<string, Test>> = {
  '=': equal,
  '!=': (left, right, run) => {
    const same = equal(left, right, run);
    return same === null ? null : !same;
  },
  '<': ordered((sign) => sign < 0),
  '<=': ordered((sign) => sign <= 0),
  '>': ordered((sign) => sign > 0),
  '>=': ordered((sign) => sign >= 0),
};

export const operators: Readonly<Record<string, Compiler>> = {
  ArithmeticExpression(node, compile): Code {
    if (node.children.length === 2) {
      const value = compile(node.children[1]!);
      return (scope) => arithmetic['*']!(value(scope), -1, scope.run);
    }
    const [left, operator, right] = node.children;
    const operation = arithmetic[operator!.text === '^' ? '**' : operator!.text]!;
    const [from, to] = [compile(left!), compile(right!)];
    return (scope) => operation(from(scope), to(scope), scope.run);
  },
  Interval(node, compile) {
    const [open, start, , end, close] = node.children;
    const [from, to] = [compile(start!), compile(end!)];
    return (scope) => {
      const [low, high] = [from(scope), to(scope)];
      return range(low, high, low !== null && open!.text === '[', high !== null && close!.text === ']');
    };
  },
};
