import type { Definition, NodeId } from '../definition.ts';
import type { State } from '../state.ts';
import { canonical } from './canonical.ts';
import { mayBeAsked } from './live.ts';
import type { Model, Place, Proven, Slot } from './model.ts';
import type { Questions } from './question.ts';
import { reachedFrom } from './reach.ts';

interface Seen {
  readonly place: Place;
  /** The same for two places exactly when the same can happen from there. */
  readonly key: string;
}

const known = new WeakMap<Place, Seen>();

/** The place without what can make no difference any more: facts that nobody can ask about, ends that nobody can come to. And its key. */
export const seen = (model: Model, place: Place): Seen => {
  let answer = known.get(place);
  if (!answer) {
    const left = place.slots.map((slot, process) => (slot ? ahead(model.processes[process]!, slot.state) : new Set<NodeId>()));
    const slots = place.slots.map((slot, process) => slot && relevant(model, model.processes[process]!, slot, left[process]!));
    const ended = place.ended.filter((id, index, all) => all[index - 1] === id || all[index + 1] === id || left.some((nodes) => nodes.has(id)));
    const now = { ...place, slots, ended };
    known.set(place, (answer = { place: now, key: keyOf(model, now) }));
  }
  return answer;
};

const relevant = (model: Model, { definition, questions }: Proven, { state, facts }: Slot, left: ReadonlySet<NodeId>): Slot => {
  if (facts.size === 0) return { state, facts };
  const asked = askedIn(questions, left);
  // What is undone asks from where no token stands; a state of a statechart is left on many ways.
  const isPlain = model.forgets && !definition.machine && !state.compensations?.length;
  const kept = [...facts].filter(([key]) => questions.knowledge.condition(key).roots.some((root) => asked.has(root)) && (!isPlain || mayBeAsked(definition, questions, key, state)));
  return { state, facts: new Map(kept.toSorted(([one], [other]) => (one < other ? -1 : 1))) };
};

const asked = new WeakMap<Questions, WeakMap<ReadonlySet<NodeId>, ReadonlySet<string>>>();

/** Names that may be asked at these elements. */
const askedIn = (questions: Questions, left: ReadonlySet<NodeId>): ReadonlySet<string> => {
  let byElements = asked.get(questions);
  if (!byElements) asked.set(questions, (byElements = new WeakMap()));
  let names = byElements.get(left);
  if (!names) byElements.set(left, (names = new Set([...left].flatMap((id) => questions.reads.get(id) ?? []))));
  return names;
};

/** All elements to which the tokens, and the events they wait for, may ever come. */
const ahead = ({ definition }: Proven, { tokens, subscriptions }: State): ReadonlySet<NodeId> => {
  const entries = new Set(tokens.map(({ at }) => at));
  for (const { node } of subscriptions) entries.add(node).add(definition.nodes[node]!.parent);
  const table = tableOf(aheads, definition);
  const key = [...entries].toSorted().join(' ');
  let nodes = table.get(key);
  if (!nodes) table.set(key, (nodes = new Set([...entries].flatMap((id) => (definition.nodes[id] ? [...reachedFrom(definition, id)] : [])))));
  return nodes;
};

type Table = Map<string, ReadonlySet<NodeId>>;
const tableOf = (tables: WeakMap<Definition, Table>, definition: Definition): Table => {
  const table = tables.get(definition);
  return table ?? tables.set(definition, new Map()).get(definition)!;
};

/** By the elements where something stands, which few places do not share with others. */
const aheads = new WeakMap<Definition, Table>();

// Where transitions of parallel regions conflict, the first active state wins: of a statechart the order counts.
const keyOf = (model: Model, { slots, bag, ended }: Place): string => {
  const parts = slots.map((slot, process) => (slot ? `${canonical(slot.state, model.processes[process]!.definition)}${model.processes[process]!.definition.machine ? slot.state.tokens.map(({ at }) => at).join(' ') : ''}${slot.facts.size > 0 ? JSON.stringify([...slot.facts]) : ''}` : ''));
  return [...parts, [...bag].map(([flow, count]) => `${flow}*${count}`).toSorted().join(' '), ended.join(' ')].join('|');
};
