import type { Json } from '../state.ts';
import { Decimal } from './decimal.ts';
import type { Numeric } from './decimal.ts';
import { FeelFunction } from './function.ts';
import { FeelRange } from './range.ts';
import { Refusal, spend, textLimit, warn } from './run.ts';
import type { Run } from './run.ts';
import { FeelDuration } from './time/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from './time/values.ts';

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'context' | 'date' | 'time' | 'date time' | 'months duration' | 'days duration' | 'range' | 'function' | 'unknown';
export type Context = Readonly<Record<string, unknown>>;

/** The FEEL type of a value. */
export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'undefined': return 'null';
    case 'boolean': case 'number': case 'string': case 'function': return typeof value as Kind;
    case 'object': return value === null ? 'null' : objectKind(value);
    default: return 'unknown';
  }
}

function objectKind(value: object): Kind {
  if (Array.isArray(value)) return 'list';
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return 'context';
  if (value instanceof Decimal) return 'number';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return value.yearsMonths ? 'months duration' : 'days duration';
  if (value instanceof FeelRange) return 'range';
  return value instanceof FeelFunction ? 'function' : 'unknown';
}

/** How a number leaves for JSON, whose numbers are doubles. */
export type NumberAsJson = (value: Numeric, run: Run) => Json;

/** Plain JSON: dates, times and durations as ISO 8601 text. Throws a Refusal for what JSON cannot hold. */
export function plain(value: unknown, run: Run, number: NumberAsJson = nearest, depth = 0): Json {
  spend(run, 4);
  if (depth > 100) throw new Refusal('expected a value of at most 100 levels, but the result is deeper');
  switch (kindOf(value)) {
    case 'null': return null;
    case 'boolean': return value as boolean;
    case 'number': return number(value as Numeric, run);
    case 'string': return value as string;
    case 'list': return (value as unknown[]).map((entry) => plain(entry, run, number, depth + 1));
    case 'context': return Object.fromEntries(Object.entries(value as Context).map(([key, entry]) => [key, plain(entry, run, number, depth + 1)]));
    case 'date': case 'time': case 'date time': case 'months duration': case 'days duration': return String(value);
    case 'range': throw new Refusal('expected a value, but the result is a range');
    case 'function': throw new Refusal('expected a value, but the result is a function: call it with parentheses');
    case 'unknown': throw new Refusal('expected a value of FEEL, but the result is something else');
  }
}

const double = (value: Numeric): number => {
  const found = Number(value);
  if (!Number.isFinite(found)) throw new Refusal(`expected a finite number, but the result is ${String(value)}`);
  return found === 0 ? 0 : found;
};

/** Whether the nearest double is another amount, be it with a fraction or without; a third of a đồng is none. */
const losesDigits = (value: Numeric): value is Decimal => value instanceof Decimal && (value.isInteger() || value.abs().gt(Number.MAX_SAFE_INTEGER));

/** The nearest double, with a warning where a whole number loses digits, or one with a fraction its whole part. */
export const nearest: NumberAsJson = (value, run) => {
  const found = double(value);
  if (losesDigits(value)) warn(run, `the number ${value.toFixed()} has more digits than JSON carries, and became ${found}`);
  return found;
};

/** For data that are kept: an amount is kept as it is, or not at all. */
export const whole: NumberAsJson = (value) => {
  if (losesDigits(value)) throw new Refusal(`the number ${value.toFixed()} has more digits than data can keep: string() keeps it as a text`);
  return double(value);
};

/** Spends as much as walking through `value` costs: what a function that reads all of it will do. */
export function weigh(value: unknown, run: Run): void {
  if (typeof value === 'string') spend(run, 1 + (value.length >> 4));
  else if (Array.isArray(value)) {
    spend(run, 1);
    for (const entry of value) weigh(entry, run);
  } else if (kindOf(value) === 'context') {
    spend(run, 1);
    for (const key in value as Context) weigh((value as Context)[key], run);
  } else spend(run, 1);
}

/** A text an expression has built, unless it is too long to keep. */
export function bounded(text: string): string {
  if (text.length > textLimit) throw new Refusal(`expected a text of at most ${textLimit} characters, but the expression builds a longer one`);
  return text;
}
