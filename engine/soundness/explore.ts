import type { NodeId } from '../definition.ts';
import { crowds } from './crowd.ts';
import { begin } from './begin.ts';
import { TooManyWays } from './every-way.ts';
import type { Model, Place } from './model.ts';
import { movesOf, type Move } from './moves.ts';
import { outcomesOf, type Outcome } from './outcome.ts';
import { seen } from './place-key.ts';
import { doomed } from './verdict.ts';
import { reductions } from './reduction.ts';

export interface Budget {
  /** Places looked at, at most (default 20,000). */
  readonly states?: number;
  /** Ways through a single step that are tried, at most (default 2,000). */
  readonly ways?: number;
  /** Time since the proof began, in milliseconds, by whoever has a clock; and how long it may take. */
  readonly elapsed?: () => number;
  readonly milliseconds?: number;
}

/** A place that was found, and how it was come to first: on a shortest way. */
export interface Found {
  readonly place: Place;
  readonly depth: number;
  readonly from?: Found;
  /** What was done to come here; absent where the model begins. */
  readonly move?: Move;
  readonly outcome?: Outcome;
  readonly next: Way[];
  /** Joins that some next step passes. */
  readonly joined: Set<NodeId>;
  /** What lies behind was not looked at. */
  open: boolean;
  /** Some moves were put off, which others do not disturb. */
  partial: boolean;
  /** Tokens in the same place, by the element they meet at. */
  readonly crowds: ReadonlyMap<NodeId, number>;
}

/** A step that leads to another place. */
export interface Way {
  readonly move: Move;
  readonly outcome: Outcome;
  readonly to: Found;
}

/** A step that comes to no new place: no condition leads on, or it never comes to rest. */
export interface Blind {
  readonly at: Found;
  readonly move?: Move;
  readonly outcome: Outcome;
}

export interface Exploration {
  readonly found: readonly Found[];
  readonly transitions: number;
  /** Why not all was looked at; `time` when it was over. */
  readonly exceeded?: string;
  /** Elements and flows that some token came to. */
  readonly visited: ReadonlySet<string>;
  readonly blind: readonly Blind[];
}

const mostStates = 20_000;
/** More tokens than these at one element, or messages on one flow, are not followed: that two can meet is told, and more would be without end. */
const mostTogether = 3;

const singleStep = 'the ways through a single step';

const nowhere: Place = { slots: [], bag: new Map(), ended: [] };

/** Looks at everything that can happen, shortest ways first; `full` tries every order of independent steps, not one that stands for all. */
export const explore = (model: Model, states = mostStates, full = false): Exploration => {
  const found = new Map<string, Found>();
  const visited = new Set<string>();
  const blind: Blind[] = [];
  const queue: Found[] = [];
  const joins = new Set(model.processes.flatMap(({ definition }) => Object.values(definition.nodes).filter(({ kind, incoming }) => incoming.length > 1 && kind.endsWith('Gateway')).map(({ id }) => id)));
  let transitions = 0;
  let exceeded: string | undefined;
  let isPart = false;

  const see = ({ visits, beside }: Outcome): void => {
    for (const { element, did } of [...visits, ...beside]) if (did === 'enter' || did === 'take') visited.add(element);
  };

  const meet = (outcome: Outcome, depth: number, from?: Found, move?: Move): Found => {
    transitions += 1;
    const { place, key } = seen(model, outcome.place);
    const known = found.get(key);
    if (known) return known;
    const now: Found = { place, depth, next: [], joined: new Set(), open: false, partial: false, outcome, crowds: crowds(model, place), ...(from && { from }), ...(move && { move }) };
    found.set(key, now);
    queue.push(now);
    return now;
  };

  // Behind a gap nothing is looked at, and where tokens crowd every order counts.
  const goesOn = (way: Outcome): boolean => !way.gap && way.restless === undefined && crowds(model, seen(model, way.place).place).size === 0;

  const chosen = (at: Found, moves: readonly Move[], waysOf: (move: Move) => readonly Outcome[]): readonly Move[] => {
    for (const group of reductions(model, at.place, moves)) if (group.every((move) => waysOf(move).every(goesOn))) return group;
    return moves;
  };

  const expand = (at: Found, wholly: boolean): void => {
    if ([...at.crowds.values(), ...at.place.bag.values()].some((count) => count > mostTogether)) {
      at.open = true;
      return;
    }
    const moves = movesOf(model, at.place);
    const tried = new Map<Move, readonly Outcome[]>();
    const waysOf = (move: Move): readonly Outcome[] => {
      let ways = tried.get(move);
      if (!ways) tried.set(move, (ways = outcomesOf(model, at.place, move)));
      return ways;
    };
    const some = wholly || at.crowds.size > 0 ? moves : chosen(at, moves, waysOf);
    const outcomes = some.map((move) => ({ move, ways: waysOf(move) }));
    at.partial = some.length < moves.length;
    at.next.length = 0;
    for (const { move, ways } of outcomes) {
      for (const way of ways) {
        see(way);
        if (way.gap || way.restless !== undefined) blind.push({ at, move, outcome: way });
        else at.next.push({ move, outcome: way, to: meet(way, at.depth + 1, at, move) });
        for (const { element, did } of [...way.visits, ...way.beside]) if (did === 'leave' && joins.has(element)) at.joined.add(element);
        if (way.isPart) [at.open, isPart] = [true, true];
      }
    }
    if (at.next.length === 0 && outcomes.some(({ ways }) => ways.length > 0)) at.open = true;
    if (moves.length > 0 && outcomes.every(({ ways }) => ways.length === 0)) at.open = true;
  };

  try {
    for (const outcome of begin(model)) {
      see(outcome);
      isPart ||= outcome.isPart;
      if (outcome.gap || outcome.restless !== undefined) blind.push({ at: { place: nowhere, depth: -1, next: [], joined: new Set(), open: true, partial: false, crowds: new Map() }, outcome });
      else meet(outcome, 0);
    }
    for (let wholly = full; ; wholly = true) {
      for (let at = queue.shift(); at; at = queue.shift()) {
        if (found.size > states) exceeded = `${found.size} states`;
        else if (model.isLate()) exceeded = 'time';
        if (exceeded !== undefined) {
          for (const left of [at, ...queue]) left.open = true;
          break;
        }
        expand(at, wholly);
        wholly = full;
      }
      // A way that goes round and round could put the others off for ever.
      const late = exceeded === undefined && doomed([...found.values()], ({ partial }) => !partial).at(-1);
      if (!late) break;
      queue.push(late);
    }
  } catch (error) {
    if (!(error instanceof TooManyWays)) throw error;
    exceeded = error.isLate ? 'time' : singleStep;
    for (const left of found.values()) if (left.next.length === 0 || left.partial) left.open = true;
  }
  if (isPart) exceeded ??= singleStep;
  return { found: [...found.values()], transitions, visited, blind, ...(exceeded !== undefined && { exceeded }) };
};
