import { RareMap } from './rare-map.ts';
import type { Token } from './state.ts';

/**
 * How many tokens are alive in each scope, resting or moving. A scope is counted when it is first asked for or changes: from the
 * tokens that rested there when the step began.
 */
export class Population {
  readonly #before: readonly Token[];
  #root: number | undefined;
  readonly #inner = new RareMap<number, number>();

  constructor(before: readonly Token[]) {
    this.#before = before;
  }

  get(scope: number): number {
    return (scope === 0 ? this.#root : this.#inner.get(scope)) ?? this.#count(scope);
  }

  /** How many there are then. */
  add(scope: number, change: number): number {
    const now = this.get(scope) + change;
    if (scope === 0) this.#root = now;
    else this.#inner.set(scope, now);
    return now;
  }

  #count(scope: number): number {
    let count = 0;
    for (const token of this.#before) if (token.scope === scope) count += 1;
    return count;
  }
}
