import type { Data, Json } from '../state.ts';
import { compile } from './compile.ts';
import { hints } from './names.ts';
import { explain, prepare } from './prepare.ts';
import type { As } from './prepare.ts';
import { startRun } from './run.ts';
import type { Run } from './run.ts';
import { parse } from './syntax.ts';
import { compileTests } from './tests.ts';
import { nearest, plain, whole } from './value.ts';
import type { Context } from './value.ts';
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
  /** Steps left for several evaluations together, such as all rules of a form; counted down here. */
  readonly allowance?: { left: number };
  /** The answer becomes data of a process: a whole number that JSON cannot carry is a failure, and not only warned of. */
  readonly kept?: true;
}

const vietNam = 420;

/**
 * Evaluates a FEEL expression over `data` at the UTC instant `at`; never reads the machine's clock.
 * Dates, times and durations in the answer are ISO 8601 text. The work is bounded: see `budget` in run.ts.
 */
export function evaluate(text: string, data: Data, at: string, options: Options = {}): Value | Failed {
  return attempt(at, options, (run) => plain(prepare(text, 'expression', data)({ run, names: data }), run, options.kept ? whole : nearest));
}

/** Whether `value` passes the tests of a decision table cell, such as `< 5, [7..9]` or `not("a")`. */
export function unaryTest(text: string, value: Json, data: Data, at: string, options: Options = {}): Value | Failed {
  return attempt(at, options, (run) => plain(prepare(text, 'tests', data)({ run, names: { '?': value }, outer: { run, names: data } }), run));
}

/** What is wrong with the text of an expression, with its position; undefined when nothing is. `names` are known names, or samples of their values, and help to read names such as "Mike's age". */
export function check(text: string, as: As = 'expression', names: readonly string[] | Context = []): string | undefined {
  try {
    const known: Context = Array.isArray(names) ? Object.fromEntries((names as readonly string[]).map((name) => [name, null])) : names as Context;
    const tree = parse(text, as, hints(known, text));
    (as === 'tests' ? compileTests : compile)(tree);
    const unknown = [...free(tree).functions].find((name) => !Object.hasOwn(known, name));
    return unknown === undefined ? undefined : `there is no function "${unknown}"`;
  } catch (error) {
    return explain(error);
  }
}

/** Paths an expression reads from its data, such as `application.work.storeys`; empty when it cannot be parsed. */
export function variables(text: string, as: As = 'expression'): string[] {
  try {
    return [...free(parse(text, as, {})).paths];
  } catch {
    return [];
  }
}

function attempt(at: string, { offsetMinutes = vietNam, allowance }: Options, work: (run: Run) => Json): Value | Failed {
  const run = startRun(at, offsetMinutes);
  const given = Math.min(run.left, allowance?.left ?? run.left);
  run.left = given;
  try {
    const value = work(run);
    return { value, missing: [...run.missing], warnings: run.warnings };
  } catch (error) {
    return { failed: explain(error) };
  } finally {
    if (allowance) allowance.left -= given - run.left;
  }
}
