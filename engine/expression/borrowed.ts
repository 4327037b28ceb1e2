import { evaluate } from 'feelin';
import type { FeelFunction } from 'feelin';
import type { Run } from './run.ts';

/** A piece of feelin as a function of the given arguments: parsed once, called often. */
export type Borrowed = (run: Run, values: readonly unknown[]) => unknown;

/**
 * feelin knows FEEL's calendar and its functions, but parses on every call; a function value it returns is compiled.
 * Its warnings land in one array for good, so they are handed over and cleared after each call.
 */
export function borrow(parameters: number, body: (names: readonly string[]) => string): Borrowed {
  const names = Array.from({ length: parameters }, (_, index) => `a${index}`);
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${body(names)}`);
  const { fn } = value as FeelFunction;
  return (run, values) => {
    const result: unknown = fn(...values);
    for (const { message } of warnings.splice(0)) if (run.warnings.length < 20) run.warnings.push(message);
    return result ?? null;
  };
}
