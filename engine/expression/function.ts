/** A function as a value, with the names of its parameters. */
export class FeelFunction {
  readonly fn: (...values: unknown[]) => unknown;
  readonly parameterNames: readonly string[];
  constructor(fn: (...values: unknown[]) => unknown, parameterNames: readonly string[]) {
    this.fn = fn;
    this.parameterNames = parameterNames;
  }
}
