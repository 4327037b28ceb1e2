import { evaluate as interpret, dateAndTime, date, isRange, isFunction, FeelDate, FeelTime, FeelDateTime, FeelDuration } from 'feelin';
import type { Data, Json } from '../state.ts';

/** Why an expression gave no value, in plain words. */
export interface Failed {
  readonly failed: string;
}
export interface Value {
  readonly value: Json;
  /** Paths the expression asked for and did not find; each gave null. */
  readonly missing: readonly string[];
}

const zoneOffset = '+07:00';
const zoneMilliseconds = 7 * 3600 * 1000;

const clock = (at: string) => {
  const local = new Date(Date.parse(at) + zoneMilliseconds).toISOString().slice(0, 19);
  return { now: () => dateAndTime(local + zoneOffset), today: () => date(local.slice(0, 10)) };
};

function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('expected a finite number, but the result is not one');
    return value;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration) return value.toString();
  if (isRange(value) || isFunction(value) || typeof value === 'function') throw new Error('expected a value, but the result is a function or a range');
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

/** Evaluates a FEEL expression over `data` at the UTC instant `at`; never reads the machine's clock. */
export function evaluate(text: string, data: Data, at: string): Value | Failed {
  try {
    const { value, warnings } = interpret(text, { ...data, ...clock(at) });
    const missing = warnings.filter(({ type }) => type === 'NO_VARIABLE_FOUND' || type === 'NO_CONTEXT_ENTRY_FOUND').map(({ position }) => text.slice(position.from, position.to));
    return { value: plain(value), missing };
  } catch (error) {
    return { failed: (error as Error).message };
  }
}
