import type { NodeId } from '../definition.ts';
import { canonical } from './canonical.ts';
import type { Model, Place, Proven, Slot } from './model.ts';
import { reach } from './reach.ts';

interface Seen {
  readonly place: Place;
  /** The same for two places exactly when the same can happen from there. */
  readonly key: string;
}

const known = new WeakMap<Place, Seen>();

/** The place without facts that nobody can ask about any more, and its key. */
export const seen = (model: Model, place: Place): Seen => {
  let answer = known.get(place);
  if (!answer) {
    const slots = place.slots.map((slot, process) => slot && relevant(model.processes[process]!, slot));
    const now = { ...place, slots };
    known.set(place, (answer = { place: now, key: keyOf(now) }));
  }
  return answer;
};

const relevant = (proven: Proven, { state, facts }: Slot): Slot => {
  if (facts.size === 0) return { state, facts };
  const { nodes } = proven.definition;
  const asked = new Set<string>();
  const add = (id: NodeId) => {
    if (nodes[id]) for (const root of readAfter(proven, id)) asked.add(root);
  };
  for (const { at } of state.tokens) add(at);
  for (const { node } of state.subscriptions) {
    add(node);
    add(nodes[node]!.parent);
  }
  const kept = [...facts].filter(([text]) => proven.questions.knowledge.condition(text).roots.some((root) => asked.has(root)));
  return { state, facts: new Map(kept.toSorted(([left], [right]) => (left < right ? -1 : 1))) };
};

const after = new WeakMap<Proven, Map<NodeId, ReadonlySet<string>>>();

/** Names that conditions may read once a token stands at the element. */
const readAfter = (proven: Proven, id: NodeId): ReadonlySet<string> => {
  let known = after.get(proven);
  if (!known) after.set(proven, (known = new Map()));
  let names = known.get(id);
  if (!names) known.set(id, (names = new Set([...reach(proven.definition, [id])].flatMap((next) => proven.questions.reads.get(next) ?? []))));
  return names;
};

const keyOf = ({ slots, bag, ended }: Place): string => {
  const parts = slots.map((slot) => (slot ? `${canonical(slot.state)}${slot.facts.size > 0 ? JSON.stringify([...slot.facts]) : ''}` : ''));
  return [...parts, [...bag].map(([flow, count]) => `${flow}*${count}`).toSorted().join(' '), ended.join(' ')].join('|');
};
