import type { ParseArgsConfig } from 'node:util';

/** Where a command writes; given, so that tests can read it. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
}

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Lines of `--help` below the first. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Answers the exit code; undefined while it goes on running. */
  run(given: Given, terminal: Terminal): Promise<number | undefined>;
}

/** What the caller typed cannot be done; its message goes to the terminal as it is. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const textOption = (given: Given, name: string): string | undefined => {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
};
