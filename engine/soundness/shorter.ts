import { begin } from './begin.ts';
import { TooManyWays } from './every-way.ts';
import type { Model, Place } from './model.ts';
import { movesOf, type Move } from './moves.ts';
import { outcomesOf, type Outcome } from './outcome.ts';
import { seen } from './place-key.ts';
import { toldOf } from './story.ts';

/** Where a story leads to. */
export interface Ending {
  readonly place: Place;
  readonly outcome: Outcome;
}

/** Behind a gap between conditions nothing is told. */
export const goesOn = ({ outcome }: Ending): boolean => !outcome.gap && outcome.restless === undefined;

interface Come extends Ending {
  readonly from?: Come;
  readonly move?: Move;
}

/** More steps than these are not tried to find a story that is shorter. */
const mostTried = 1_000;

/**
 * All that a model can come to, in whatever order and by whatever combination of answers, shortest ways first; what was looked at
 * for one story serves the next.
 */
class Everything {
  readonly #model: Model;
  readonly #levels: Come[][] = [];
  readonly #known = new Set<string>();
  #left = mostTried;

  constructor(model: Model) {
    this.#model = { ...model, covers: false };
  }

  /** The first that shows the fault after fewer than so many steps. */
  first(steps: number, shows: (ending: Ending) => boolean): Come | undefined {
    for (let depth = 0; depth < steps; depth += 1) {
      if (!this.#levels[depth]) this.#look(depth);
      const found = this.#levels[depth]?.find(shows);
      if (found) return found;
    }
    return undefined;
  }

  #look(depth: number): void {
    const level: Come[] = [];
    this.#levels[depth] = level;
    try {
      for (const come of depth === 0 ? this.#begun() : this.#after(this.#levels[depth - 1]!)) {
        this.#left -= 1;
        if (this.#left < 0 || this.#model.isLate()) return;
        const { place, key } = seen(this.#model, come.place);
        // What shows no further way may still show the fault.
        if (goesOn(come) && this.#known.has(key)) continue;
        if (goesOn(come)) this.#known.add(key);
        level.push({ ...come, place });
      }
    } catch (error) {
      if (!(error instanceof TooManyWays)) throw error;
      this.#left = 0;
    }
  }

  *#begun(): Generator<Come> {
    for (const outcome of begin(this.#model)) yield { place: outcome.place, outcome };
  }

  *#after(before: readonly Come[]): Generator<Come> {
    for (const from of before.filter(goesOn)) {
      for (const move of movesOf(this.#model, from.place)) for (const outcome of outcomesOf(this.#model, from.place, move)) yield { place: outcome.place, outcome, from, move };
    }
  }
}

const known = new WeakMap<Model, Everything>();

/** A story of fewer steps after the beginning that shows the fault, and of those the shortest; none where there is none, or too much to be looked at. */
export const shorter = (model: Model, steps: number, shows: (ending: Ending) => boolean): readonly string[] | undefined => {
  let everything = known.get(model);
  if (!everything) known.set(model, (everything = new Everything(model)));
  const found = everything.first(steps, shows);
  return found && wordsOf(model, found);
};

const wordsOf = (model: Model, { from, move, outcome }: Come): readonly string[] =>
  [...from ? wordsOf(model, from) : [], ...toldOf(model, { outcome, ...(move && { move }) })];
