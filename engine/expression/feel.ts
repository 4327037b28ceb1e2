import type { Data, Json } from '../state.ts';
import { compile } from './compile.ts';
import { oddNames } from './names.ts';
import { Refusal, startRun } from './run.ts';
import type { Code, Run } from './run.ts';
import { parse } from './syntax.ts';
import { compileTests } from './tests.ts';
import { plain } from './value.ts';
import { free } from './variables.ts';

/** Why an expression gave no value, in plain words. */
export interface Failed {
  readonly failed: string;
}
export interface Value {
  readonly value: Json;
  /** Paths the expression asked for and did not find, such as `application.work.storeys`; each gave null. */
  readonly missing: readonly string[];
  /** What functions could not make sense of; each gave null. */
  readonly warnings: readonly string[];
}
export interface Options {
  /** Minutes east of UTC for today() and now(); default 420, Viet Nam. */
  readonly offsetMinutes?: number;
}

const vietNam = 420;
const cacheSize = 2_000;
const cache = new Map<string, Code>();

/**
 * Evaluates a FEEL expression over `data` at the UTC instant `at`; never reads the machine's clock.
 * Dates, times and durations in the answer are ISO 8601 text. The work is bounded: see `budget` in run.ts.
 */
export function evaluate(text: string, data: Data, at: string, options: Options = {}): Value | Failed {
  return attempt(at, options, (run) => plain(code(text, 'expression', data)({ run, names: data }), run));
}

/** Whether `value` passes the tests of a decision table cell, such as `< 5, [7..9]` or `not("a")`. */
export function unaryTest(text: string, value: Json, data: Data, at: string, options: Options = {}): Value | Failed {
  return attempt(at, options, (run) => plain(code(text, 'tests', data)({ run, names: { '?': value }, outer: { run, names: data } }), run));
}

/** What is wrong with the text of an expression, with its position; undefined when nothing is. */
export function check(text: string, as: 'expression' | 'tests' = 'expression'): string | undefined {
  try {
    const tree = parse(text, as, {});
    (as === 'tests' ? compileTests : compile)(tree);
    const [unknown] = free(tree).functions;
    return unknown === undefined ? undefined : `there is no function "${unknown}"`;
  } catch (error) {
    return message(error);
  }
}

/** Paths an expression reads from its data, such as `application.work.storeys`; empty when it cannot be parsed. */
export function variables(text: string, as: 'expression' | 'tests' = 'expression'): string[] {
  try {
    return [...free(parse(text, as, {})).paths];
  } catch {
    return [];
  }
}

function attempt(at: string, { offsetMinutes = vietNam }: Options, work: (run: Run) => Json): Value | Failed {
  const run = startRun(at, offsetMinutes);
  try {
    const value = work(run);
    return { value, missing: [...run.missing], warnings: run.warnings };
  } catch (error) {
    return { failed: message(error) };
  }
}

function code(text: string, as: 'expression' | 'tests', data: Data): Code {
  const key = `${as}:${text}`;
  const known = cache.get(key);
  const odd = oddNames(data, text);
  if (known !== undefined && odd.length === 0) return known;
  // A text that may mean a name such as "Mike's age" parses differently with other data, so it is not kept.
  const fresh = compileOrFail(text, as, odd.length === 0 ? {} : data);
  if (odd.length === 0) {
    if (cache.size >= cacheSize) cache.clear();
    cache.set(key, fresh);
  }
  return fresh;
}

// What cannot be compiled is kept as well: a wrong condition must not cost a parse each time it is asked.
function compileOrFail(text: string, as: 'expression' | 'tests', context: Data): Code {
  try {
    const tree = parse(text, as, context);
    return (as === 'tests' ? compileTests : compile)(tree);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

// Only a Refusal is written for people. A RangeError is the stack or the memory; anything else came out of the calendar or the parser.
function message(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return `the expression cannot be carried out: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown reason'}`;
}
