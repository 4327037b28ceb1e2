import type { Definition, NodeId } from '../definition.ts';
import { passed, type Times } from './elapsed.ts';
import type { Exploration, Found } from './explore.ts';
import type { Model } from './model.ts';
import type { Outcome } from './outcome.ts';
import { toldOf } from './story.ts';

/** Steps that took their time, in order, and when their tokens had come to them. */
type Done = ReadonlyMap<NodeId, number>;

/** How one may come to a place, how late, and which steps took their time on the way. */
interface Label {
  readonly at: Found;
  readonly times: Times;
  /** Whether the clock runs. */
  readonly runs: boolean;
  readonly done: Done;
  readonly story: readonly NodeId[];
}

/** Work comes back to a step that is done: as often as the model lets it. */
export interface Turn {
  /** The longest that one turn was found to take until the first step of it begins again. */
  readonly minutes: number;
  /** The steps of the turn that have a limit, in order. */
  readonly steps: readonly [NodeId, ...NodeId[]];
}

export interface Longest {
  readonly minutes: number;
  /** How one comes to its end (story.ts). */
  readonly story: readonly NodeId[];
  /** The longest turn that leads back to each step. */
  readonly turns: readonly Turn[];
  /** Where one may wait while the clock runs for as long as nobody knows; counted as no time. */
  readonly uncounted: readonly NodeId[];
}

const mostLabels = 100_000;

/**
 * The longest way, in minutes of the model's measure, from the start of the clock to its end, when every step keeps its limit: over all that can happen,
 * steps side by side overlapping, no time while a step pauses the clock. No step takes its time twice on one way: how often work is
 * done again has no bound of its own, and each turn is told apart. Undefined when it is not found within the budget.
 * One that waits `forever` at an element of no known time comes late by more than any limit, if that makes the whole late.
 */
export const longestWay = (model: Model, { found }: Exploration, forever?: NodeId): Longest | undefined => {
  const proven = model.processes[0]!;
  const { definition } = proven;
  const known = new Map<Found, Label[]>();
  const work: Label[] = [];
  const turns = new Map<NodeId, Turn>();
  const uncounted = new Set<NodeId>();
  let longest = { minutes: 0, story: [] as readonly NodeId[] };
  let most = 0;
  let made = 0;

  const add = (label: Label): void => {
    const others = known.get(label.at) ?? [];
    if (others.some((other) => covers(other, label))) return;
    known.set(label.at, [...others.filter((other) => !covers(label, other)), label]);
    work.push(label);
    made += 1;
  };

  for (const at of found) {
    if (!at.from) add(clocked(definition, enteredIn(at.outcome), { at, times: new Map(), runs: false, done: new Map(), story: toldOf(model, at) }));
  }
  for (let label = work.pop(); label; label = work.pop()) {
    if (made >= mostLabels || model.isLate()) return undefined;
    if (!known.get(label.at)!.includes(label)) continue;
    const { state } = label.at.place.slots[0]!;
    for (const way of label.at.next) {
      const step = passed(proven, state, label.times, way, forever);
      if (!step) continue;
      if (label.runs && step.uncounted !== undefined) uncounted.add(step.uncounted);
      const entered = enteredIn(way.outcome);
      const done = label.runs && step.spent !== undefined ? new Map([...label.done, [step.spent.step, step.spent.since]]) : label.done;
      const again = entered.filter((id) => done.has(id));
      for (const id of again) {
        const turn = { minutes: step.now - done.get(id)!, steps: after(done, id) };
        if (!isCounted(definition, id) && turn.minutes > (turns.get(id)?.minutes ?? 0)) turns.set(id, turn);
      }
      if (again.length > 0) continue;
      const story = [...label.story, ...toldOf(model, way)];
      if (label.runs && entered.some((id) => definition.nodes[id]?.step.clock === 'end')) {
        // Of ways that take as long, the one that goes through most steps says most.
        if (step.now > longest.minutes || (step.now === longest.minutes && done.size > most)) {
          longest = { minutes: step.now, story };
          most = done.size;
        }
        continue;
      }
      add(clocked(definition, entered, { at: way.to, times: label.runs ? step.times : new Map(), runs: label.runs, done, story }));
    }
  }
  return { ...longest, turns: rounds([...turns.values()]), uncounted: [...uncounted] };
};

/** The step and those that were done after it. */
const after = (done: Done, step: NodeId): Turn['steps'] => {
  const steps = [...done.keys()];
  return [step, ...steps.slice(steps.indexOf(step) + 1)];
};

/** Longest first; of turns through the same steps, that begin at another of them, one. */
const rounds = (turns: readonly Turn[]): readonly Turn[] => {
  const through = ({ steps }: Turn): string => steps.toSorted().join(' ');
  const sorted = turns.toSorted((one, other) => other.minutes - one.minutes);
  return sorted.filter((turn, index) => !sorted.slice(0, index).some((longer) => through(longer) === through(turn)));
};

/** Whether the step is done again for each entry of a list, or as often as a number says. */
const isCounted = ({ nodes }: Definition, id: NodeId): boolean => {
  for (let node = nodes[id]; node; node = nodes[node.parent]) if (node.loop && (node.loop.kind === 'multi' || node.loop.maximum !== undefined)) return true;
  return false;
};

/** The clock begins where a step says so, and with it all times. */
const clocked = ({ nodes }: Definition, entered: readonly NodeId[], label: Label): Label =>
  (label.runs || !entered.some((id) => nodes[id]?.step.clock === 'start') ? label : { ...label, runs: true, times: new Map(), done: new Map() });

const enteredIn = (outcome: Outcome | undefined): readonly NodeId[] => outcome?.visits.filter(({ did }) => did === 'enter').map(({ element }) => element) ?? [];

/** Whether nothing can come of the other that would not come of the one as late. */
const covers = (one: Label, other: Label): boolean =>
  one.runs === other.runs && [...one.done.keys()].every((id) => other.done.has(id)) && [...other.times].every(([key, time]) => (one.times.get(key) ?? 0) >= time);
