import type { Definition, NodeId } from '../definition.ts';
import { passed, type Times } from './elapsed.ts';
import type { Exploration, Found } from './explore.ts';
import type { Model } from './model.ts';
import type { Outcome } from './outcome.ts';
import { toldOf } from './story.ts';

/** How one may come to a place, how late, and which steps took their time on the way. */
interface Label {
  readonly at: Found;
  readonly times: Times;
  /** Whether the clock runs. */
  readonly runs: boolean;
  readonly done: ReadonlySet<NodeId>;
  readonly story: readonly NodeId[];
}

export interface Longest {
  readonly minutes: number;
  /** How one comes to its end (story.ts). */
  readonly story: readonly NodeId[];
}

const mostLabels = 100_000;

/**
 * The longest way in working time from the start of the clock to its end, when every step keeps its limit: over all that can happen,
 * steps side by side overlapping, no time while a step pauses the clock. No step takes its time twice on one way: how often work is
 * done again has no bound of its own. Undefined when it is not found within the budget.
 */
export const longestWay = (model: Model, { found }: Exploration): Longest | undefined => {
  const { definition } = model.processes[0]!;
  const known = new Map<Found, Label[]>();
  const work: Label[] = [];
  let longest: Longest = { minutes: 0, story: [] };
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
    if (!at.from) add(clocked(definition, enteredIn(at.outcome), { at, times: new Map(), runs: false, done: new Set(), story: toldOf(model, at) }));
  }
  for (let label = work.pop(); label; label = work.pop()) {
    if (made >= mostLabels) return undefined;
    if (!known.get(label.at)!.includes(label)) continue;
    const { state } = label.at.place.slots[0]!;
    for (const way of label.at.next) {
      const step = passed(definition, state, label.times, way);
      if (!step) continue;
      const entered = enteredIn(way.outcome);
      const done = label.runs && step.spent !== undefined ? new Set([...label.done, step.spent]) : label.done;
      if (entered.some((id) => done.has(id))) continue;
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
  return longest;
};

/** The clock begins where a step says so, and with it all times. */
const clocked = ({ nodes }: Definition, entered: readonly NodeId[], label: Label): Label =>
  (label.runs || !entered.some((id) => nodes[id]?.step.clock === 'start') ? label : { ...label, runs: true, times: new Map(), done: new Set() });

const enteredIn = (outcome: Outcome | undefined): readonly NodeId[] => outcome?.visits.filter(({ did }) => did === 'enter').map(({ element }) => element) ?? [];

/** Whether nothing can come of the other that would not come of the one as late. */
const covers = (one: Label, other: Label): boolean =>
  one.runs === other.runs && [...one.done].every((id) => other.done.has(id)) && [...other.times].every(([key, time]) => (one.times.get(key) ?? 0) >= time);
