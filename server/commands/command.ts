import type { ParseArgsConfig } from 'node:util';

/** Where a command writes and reads what is typed; given, so that tests can stand in for it. */
export interface Terminal {
  /** What is typed, line by line; ends with the input, or when it is interrupted (Ctrl-C). */
  lines(): AsyncIterable<string>;
  out(line: string): void;
  error(line: string): void;
}

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** Answers the exit code (0: well; 1: something was found; 2: used wrongly), or undefined while a server goes on running. */
export type Run = (given: Given, terminal: Terminal) => Promise<number | undefined>;

/** What the command line knows of a command before it runs. */
export interface Command {
  readonly summary: string;
  /** Lines of `--help` below the first: how it is called, what it prints, its exit codes. */
  readonly help: readonly string[];
  /** What stands after the name besides options: one such thing, `any` number of them, or nothing. */
  readonly takes?: { readonly called: string; readonly any?: true };
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Its code, read only when it runs: telling what there is must not wait for the whole house. */
  load(): Promise<{ readonly run: Run }>;
}

/** What the caller typed cannot be done; its message goes to the terminal as it is. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The one thing that a command takes. */
export const argumentOf = ({ positionals }: Given): string => positionals[0] ?? '';

export const textOption = (given: Given, name: string): string | undefined => {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
};
