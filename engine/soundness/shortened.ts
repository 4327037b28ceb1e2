import { begin } from './begin.ts';
import { TooManyWays } from './every-way.ts';
import type { Found } from './explore.ts';
import type { Model } from './model.ts';
import { movesOf, type Move } from './moves.ts';
import { outcomesOf, type Outcome } from './outcome.ts';
import { seen } from './place-key.ts';
import { goesOn, shorter, type Ending } from './shorter.ts';
import { toldOf } from './story.ts';

/** A step of a story: what is done or happens, and the flows that are chosen after it; the first one is the beginning. */
interface Told {
  readonly element?: string;
  readonly words: readonly string[];
}

interface Going extends Ending {
  readonly told: readonly Told[];
}

/** More ways to tell the same are not followed, and more are not played. */
const mostWays = 8;
const mostPlayed = 2_000;

/** How many ways may still be played. */
interface Purse {
  left: number;
}

/**
 * How one comes to a fault, without the steps that it does not need: each is left out, and what follows it is played again by the
 * model; when the fault still shows, it stays away. Then all shorter ways are tried, in every order, as far as they are not too many.
 */
export const shortened = (model: Model, at: Found, last: Last | undefined, shows: (ending: Ending) => boolean): readonly string[] => {
  const trail = without(model, at, last, shows);
  return shorter(model, trail.length - 1, shows) ?? wordsOf(trail);
};

/** A step that leads to no place of its own. */
interface Last {
  readonly move?: Move;
  readonly outcome: Outcome;
}

/** The way to the fault, from which no more steps can be left out. */
const without = (model: Model, at: Found, last: Last | undefined, shows: (ending: Ending) => boolean): readonly Told[] => {
  const whole = [...trailTo(model, at), ...(last?.move ? [told(model, last.move, last.outcome)] : [])];
  if (whole.length < 2) return whole;
  const purse: Purse = { left: mostPlayed };
  /** All that a story may have come to after each of its steps. */
  const first = begun(model);
  let stages = first && played(model, [likely(whole[0]!, first)], whole.slice(1), purse);
  let best = stages && endingIn(stages, shows);
  if (!stages || !best) return whole;
  for (let size = whole.length >> 1; size >= 1; size >>= 1) {
    for (let isShorter = true; isShorter; ) {
      isShorter = false;
      // The beginning stays. Late steps go first: little follows them.
      for (let from = best.length - size; from >= 1; from -= 1) {
        if (purse.left <= 0 || model.isLate()) return best;
        if (from + size > best.length) continue;
        const others = played(model, stages.slice(0, from), best.slice(from + size), purse);
        const shorter = others && endingIn(others, shows);
        if (!others || !shorter) continue;
        [stages, best, isShorter] = [others, shorter, true];
      }
    }
  }
  return best;
};

const endingIn = (stages: readonly (readonly Going[])[], shows: (ending: Ending) => boolean): readonly Told[] | undefined => stages.at(-1)!.find(shows)?.told;

/** Undefined when there are too many ways to begin, or no time is left to look at them. */
const begun = (model: Model): readonly Going[] | undefined => {
  try {
    return [...begin(model)].map((outcome) => ({ place: seen(model, outcome.place).place, outcome, told: [{ words: toldOf(model, { outcome }) }] }));
  } catch (error) {
    if (error instanceof TooManyWays) return undefined;
    throw error;
  }
};

const wordsOf = (trail: readonly Told[]): readonly string[] => trail.flatMap(({ words }) => words);

const told = (model: Model, move: Move, outcome: Outcome): Told => ({ element: move.element, words: toldOf(model, { move, outcome }) });

const trailTo = (model: Model, at: Found): Told[] => {
  const trail: Told[] = [];
  for (let now: Found | undefined = at; now; now = now.from) trail.unshift(now.move && now.outcome ? told(model, now.move, now.outcome) : { words: toldOf(model, now) });
  return trail;
};

/** What more steps come to; one that cannot be done is left out. Undefined when there are too many ways. */
const played = (model: Model, before: readonly (readonly Going[])[], steps: readonly Told[], purse: Purse): readonly (readonly Going[])[] | undefined => {
  const stages = [...before];
  try {
    for (const step of steps) {
      const now = likely(step, stages.at(-1)!.filter(goesOn).flatMap((going) => nextBy(model, going, step, purse)));
      if (now.length > 0) stages.push(now);
    }
    return stages;
  } catch (error) {
    if (error instanceof TooManyWays) return undefined;
    throw error;
  }
};

const nextBy = (model: Model, { place, told: before }: Going, { element }: Told, purse: Purse): readonly Going[] => {
  const next: Going[] = [];
  for (const move of movesOf(model, place)) {
    if (move.element !== element) continue;
    for (const outcome of outcomesOf(model, place, move)) {
      purse.left -= 1;
      if (purse.left < 0) return [];
      next.push({ place: seen(model, outcome.place).place, outcome, told: [...before, told(model, move, outcome)] });
    }
  }
  return next;
};

/** Those that choose the same flows, if there are any; after a step was left out others may be chosen. */
const likely = ({ words }: Told, all: readonly Going[]): readonly Going[] => {
  const same = all.filter((going) => going.told.at(-1)!.words.join() === words.join());
  return (same.length > 0 ? same : all).slice(0, mostWays);
};
