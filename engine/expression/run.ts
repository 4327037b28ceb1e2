/** What one evaluation may cost; about 50 ms of work on a small machine. */
export const budget = 500_000;
/** Longest text an expression may build. */
export const textLimit = 100_000;
const callDepth = 100;

/** An expression that cannot be carried out; the message is for its author. */
export class Refusal extends Error {}

/** One evaluation: what is left of its budget, and what it noticed. */
export interface Run {
  left: number;
  depth: number;
  readonly at: string;
  readonly offsetMinutes: number;
  readonly missing: Set<string>;
  readonly warnings: string[];
}

/** Names visible at a place, innermost first. */
export interface Scope {
  readonly run: Run;
  readonly names: Readonly<Record<string, unknown>>;
  readonly outer?: Scope;
}

/** A compiled piece of an expression. */
export type Code = (scope: Scope) => unknown;

export function startRun(at: string, offsetMinutes: number): Run {
  return { left: budget, depth: 0, at, offsetMinutes, missing: new Set(), warnings: [] };
}

/** Takes `steps` from the budget; throws when it is spent, so that no expression runs for long. */
export function spend(run: Run, steps: number): void {
  run.left -= steps;
  if (run.left < 0) throw new Refusal(`expected an expression of at most ${budget} steps, but this one needs more: shorten its lists or loops`);
}

/** Takes down what an author should know of a value that became null. */
export function warn(run: Run, message: string): null {
  if (run.warnings.length < 20) run.warnings.push(message);
  return null;
}

/** Runs a function body one call deeper. */
export function deeper<T>(run: Run, body: () => T): T {
  if (++run.depth > callDepth) throw new Refusal(`expected at most ${callDepth} nested function calls, but this expression needs more: a function calls itself without end`);
  try {
    spend(run, 20);
    return body();
  } finally {
    run.depth--;
  }
}

/** Evaluates `code` without remembering what it missed, where absence is the question itself. */
export function quietly(code: Code, scope: Scope): unknown {
  return code({ ...scope, run: quietRun(scope.run) });
}

// Shares the budget: the object delegates everything but `missing` and `warnings`.
function quietRun(run: Run): Run {
  return Object.create(run, { missing: { value: new Set() }, warnings: { value: [] }, left: { get: () => run.left, set: (left) => { run.left = left; } }, depth: { get: () => run.depth, set: (depth) => { run.depth = depth; } } }) as Run;
}
