import { add, Decimal, divide, isNumeric, multiply, power, subtract, tidy } from './decimal.ts';
import type { Numeric } from './decimal.ts';
import type { Compiler } from './compile.ts';
import { equal, order, range } from './compare.ts';
import { spend } from './run.ts';
import type { Code, Run } from './run.ts';
import { between, later, opposite } from './time/arithmetic.ts';
import { FeelDuration } from './time/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './time/values.ts';
import { bounded } from './value.ts';

type Point = FeelDate | FeelDateTime | FeelTime;
const isPoint = (value: unknown): value is Point => value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime;
const areDurations = (left: unknown, right: unknown): left is FeelDuration => left instanceof FeelDuration && right instanceof FeelDuration && left.yearsMonths === right.yearsMonths;

type Operation = (left: unknown, right: unknown, run: Run) => unknown;

/** Arithmetic of numbers, texts, points in time and durations: what does not fit is null. */
const arithmetic: Readonly<Record<string, Operation>> = {
  '+': (left, right, run) => {
    if (isNumeric(left) && isNumeric(right)) return charged(run, left, add(left, right));
    if (typeof left === 'string' && typeof right === 'string') {
      spend(run, (left.length + right.length) >> 4);
      return bounded(left + right);
    }
    if (areDurations(left, right)) return new FeelDuration(left.yearsMonths, left.size + (right as FeelDuration).size);
    if (isPoint(left) && right instanceof FeelDuration) return costly(run, later(left, right));
    return isPoint(right) && left instanceof FeelDuration ? costly(run, later(right, left)) : null;
  },
  '-': (left, right, run) => {
    if (isNumeric(left) && isNumeric(right)) return charged(run, left, subtract(left, right));
    if (areDurations(left, right)) return new FeelDuration(left.yearsMonths, left.size - (right as FeelDuration).size);
    if (isPoint(left) && right instanceof FeelDuration) return costly(run, later(left, opposite(right)));
    return isPoint(left) && isPoint(right) ? costly(run, between(left, right)) : null;
  },
  '*': (left, right, run) => {
    if (isNumeric(left) && isNumeric(right)) return charged(run, left, multiply(left, right));
    if (left instanceof FeelDuration && isNumeric(right)) return costly(run, left.scaled(right));
    return right instanceof FeelDuration && isNumeric(left) ? costly(run, right.scaled(left)) : null;
  },
  '/': (left, right, run) => {
    if (isNumeric(left) && isNumeric(right)) return charged(run, left, divide(left, right));
    if (areDurations(left, right)) return costly(run, ratio(left, right as FeelDuration));
    return left instanceof FeelDuration && isNumeric(right) && right !== 0 ? costly(run, left.divided(right)) : null;
  },
  '**': (left, right, run) => (isNumeric(left) && isNumeric(right) ? charged(run, left, power(left, right), 1_500) : null),
};

const ratio = ({ size }: FeelDuration, other: FeelDuration) => (other.size === 0n ? null : tidy(new Decimal(String(size)).div(String(other.size))));

/** Takes what a calculation with decimals costs; whole doubles cost nothing to speak of. */
function charged(run: Run, left: Numeric, result: Numeric | null, steps = 25): Numeric | null {
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(result)) spend(run, steps);
  return result;
}

function costly(run: Run, value: unknown): unknown {
  spend(run, 200);
  return value;
}

type Test = (left: unknown, right: unknown, run: Run) => boolean | null;

const ordered = (accept: (sign: number) => boolean): Test => (left, right, run) => {
  if (left instanceof Decimal || right instanceof Decimal) spend(run, 15);
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
