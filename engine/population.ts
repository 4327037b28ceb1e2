import { RareMap } from './rare-map.ts';
import type { Token } from './state.ts';

/** How many tokens are alive in each scope, resting or moving: those that rested there when the step began, and what has changed since. Nobody is counted before somebody asks. */
export class Population {
  readonly #before: readonly Token[];
  #root = 0;
  readonly #inner = new RareMap<number>();

  constructor(before: readonly Token[]) {
    this.#before = before;
  }

  get(scope: number): number {
    let count = this.#change(scope);
    for (const token of this.#before) if (token.scope === scope) count += 1;
    return count;
  }

  add(scope: number, change: number): void {
    if (scope === 0) this.#root += change;
    else this.#inner.set(scope, this.#change(scope) + change);
  }

  #change(scope: number): number {
    return scope === 0 ? this.#root : this.#inner.get(scope) ?? 0;
  }
}
