import type { Definition, Expression, NodeId } from '../definition.ts';
import type { Effect, Visit } from '../effect.ts';
import type { Environment } from '../environment.ts';
import type { Data, Incident, Json, State } from '../state.ts';
import type { Rejection, Step } from '../step.ts';
import { start, transition } from '../transition.ts';
import { bare } from './canonical.ts';
import { everyWay } from './every-way.ts';
import type { Facts } from './facts.ts';
import type { Model, Place, Proven, Slot } from './model.ts';
import type { Move } from './moves.ts';
import { writtenBy, type Question } from './question.ts';

/** One way in which a move can turn out. */
export interface Outcome {
  readonly place: Place;
  readonly visits: readonly Visit[];
  /** What expressions answered, in the order they were asked. */
  readonly answers: readonly Json[];
  /** What has come to a stand in it. */
  readonly incidents: readonly Incident[];
  /** The gateway from which no condition leads on, and data with which that is so. */
  readonly gap?: { readonly node: NodeId; readonly data: Data | undefined };
  /** Where the same is asked again and again, however it is answered: the step never comes to rest. */
  readonly restless?: NodeId;
}

const timeless = '2000-01-01T00:00:00.000Z';
const stamp = { at: timeless, by: 'proof' } as const;
/** In one step, the same question is asked anew as often as this; after that nothing new can follow. */
const mostAskings = 4;

class Again extends Error {
  readonly expression: Expression;

  constructor(expression: Expression) {
    super();
    this.expression = expression;
  }
}

const nothing: Question = { options: [null] };

type Pick = (count: number) => number;

/** Answers expressions by picking among what they may be worth, true to the facts known so far. */
class Witness {
  readonly answers: Json[] = [];
  readonly facts: Map<string, boolean>;
  readonly #asked = new Map<Question, number>();
  readonly #proven: Proven;
  readonly #pick: Pick;

  constructor(proven: Proven, facts: Facts, pick: Pick) {
    this.#proven = proven;
    this.facts = new Map(facts);
    this.#pick = pick;
  }

  readonly answer = (expression: Expression): Json => {
    const question = this.#proven.questions.of(expression) ?? nothing;
    const { options, condition, writes } = question;
    if (writes) forget(this.#proven, this.facts, writes);
    const known = condition === undefined ? undefined : this.facts.get(condition);
    const answer = known ?? this.#choose(expression, question, condition === undefined ? options : this.#possible(condition));
    if (condition !== undefined) this.facts.set(condition, answer === true);
    this.answers.push(answer);
    return answer;
  };

  #choose(expression: Expression, question: Question, options: readonly Json[]): Json {
    if (options.length < 2) return options[0] ?? null;
    const asked = (this.#asked.get(question) ?? 0) + 1;
    if (asked > mostAskings) throw new Again(expression);
    this.#asked.set(question, asked);
    return options[this.#pick(options.length)]!;
  }

  #possible(condition: string): readonly boolean[] {
    const { knowledge } = this.#proven.questions;
    const beside = knowledge.joined(this.facts, condition);
    return [true, false].filter((answer) => knowledge.example(new Map(beside).set(condition, answer), true) !== undefined);
  }
}

/** What was known of data that have been written since is known no more. */
const forget = ({ questions }: Proven, facts: Map<string, boolean>, roots: readonly string[]): void => {
  for (const text of facts.keys()) if (questions.knowledge.condition(text).roots.some((root) => roots.includes(root))) facts.delete(text);
};

const environmentOf = (proven: Proven, witness: Witness): Environment => ({
  answers: witness.answer,
  budget: 200 + 40 * Object.keys(proven.definition.nodes).length,
  decide: (reference) => {
    forget(proven, witness.facts, proven.questions.decided.get(reference) ?? []);
    return { value: null };
  },
});

/** Every way in which one step of a process can turn out. */
const waysOf = function* (model: Model, place: Place, process: number, facts: Facts, act: (environment: Environment) => Step | Rejection): Generator<Outcome> {
  const proven = model.processes[process]!;
  const { definition } = proven;
  const before = place.slots[process]?.state;
  let rests = false;
  let again: Expression | undefined;
  for (const outcome of everyWay((pick): Outcome | undefined => {
    const witness = new Witness(proven, facts, pick);
    try {
      const step = act(environmentOf(proven, witness));
      if ('rejected' in step) return undefined;
      const incidents = step.state.incidents.filter(({ id }) => !before?.incidents.some((old) => old.id === id));
      const unled = incidents.find(({ code }) => code === 'no-flow' || code === 'no-transition');
      const bag = sent(model, place.bag, step.effects, pick);
      if (step.visits.some(({ element, did }) => did === 'leave' && definition.nodes[element]?.kind === 'callActivity')) witness.facts.clear();
      const slot: Slot = { state: bare(step.state), facts: step.state.status === 'active' ? witness.facts : new Map() };
      const gap = unled && step.state.tokens.find(({ id }) => id === unled.token)?.at;
      return {
        place: { slots: place.slots.with(process, slot), bag, ended: endedAfter(place.ended, definition, step) },
        visits: step.visits, answers: witness.answers, incidents,
        ...(gap !== undefined && { gap: { node: gap, data: proven.questions.knowledge.example(witness.facts) } }),
      };
    } catch (error) {
      if (!(error instanceof Again)) throw error;
      again = error.expression;
      return undefined;
    }
  })) {
    if (!outcome) continue;
    rests = true;
    yield outcome;
  }
  if (again && !rests) yield { place, visits: [], answers: [], incidents: [], restless: askerOf(definition, again) };
};

/** The element that asks: the one whose way out it is, or that holds the expression. */
const askerOf = ({ flows, nodes, id, machine }: Definition, expression: Expression): NodeId =>
  Object.values(flows).find(({ condition }) => condition === expression || (machine && condition?.text === expression.text))?.source ?? Object.values(nodes).find((node) => JSON.stringify(node).includes(JSON.stringify(expression)))?.id ?? id;

/** The bag with the messages that were sent to one of the processes. */
const sent = ({ flows }: Model, bag: Place['bag'], effects: readonly Effect[], pick: Pick): Place['bag'] => {
  if (!flows) return bag;
  const now = new Map(bag);
  for (const effect of effects) {
    if (effect.type !== 'message.send') continue;
    const possible = flows.filter(({ source }) => source === effect.node);
    if (possible.length === 0) continue;
    const { id } = possible[possible.length > 1 ? pick(possible.length) : 0]!;
    now.set(id, (now.get(id) ?? 0) + 1);
  }
  return now;
};

const endedAfter = (ended: readonly string[], definition: Definition, { state, visits }: Step): readonly string[] => {
  const own = (id: string): boolean => definition.nodes[id]?.parent === definition.id;
  if (state.status === 'terminated' || state.status === 'failed') return ended.filter((id) => !own(id));
  const reached = visits.filter(({ element, did }) => did === 'enter' && definition.nodes[element]?.kind === 'endEvent' && own(element));
  if (reached.length === 0) return ended;
  const all = [...ended, ...reached.map(({ element }) => element)].toSorted();
  return all.filter((id, index) => all[index - 2] !== id);
};

/** All ways in which the process may begin by the element, or by its plain start event. */
export const beginnings = (model: Model, place: Place, process: number, node?: NodeId): Generator<Outcome> =>
  waysOf(model, place, process, new Map(), (environment) => start(model.processes[process]!.definition, { ...stamp, type: 'start', data: {}, ...(node !== undefined && { node }) }, environment));

/** All ways in which a move may turn out. */
export function* outcomesOf(model: Model, place: Place, { process, deed, element, takes, spends }: Move): Generator<Outcome> {
  const { definition } = model.processes[process]!;
  if (deed.type === 'start') return yield* beginnings(model, { ...place, bag: takes === undefined ? place.bag : without(place.bag, takes) }, process, deed.node);
  const { state, facts } = place.slots[process]!;
  const left = new Map(facts);
  forget(model.processes[process]!, left, writtenBy(definition.nodes[element]!));
  const bag = takes === undefined ? place.bag : without(place.bag, takes);
  for (const outcome of waysOf(model, { ...place, bag }, process, left, (environment) => transition(definition, state, { ...stamp, ...deed }, environment))) {
    yield spends ? { ...outcome, place: { ...outcome.place, slots: outcome.place.slots.with(process, spent(outcome.place.slots[process]!, spends)) } } : outcome;
  }
}

const without = (bag: Place['bag'], flow: string): Place['bag'] => {
  const left = new Map(bag);
  const count = left.get(flow)! - 1;
  if (count > 0) left.set(flow, count);
  else left.delete(flow);
  return left;
};

/** What does not interrupt happens once: its subscription is taken away, and the one that came in its place. */
const spent = (slot: Slot, { node, token, scope, part, event }: State['subscriptions'][number]): Slot => ({
  ...slot,
  state: {
    ...slot.state,
    subscriptions: slot.state.subscriptions.filter((other) => !(other.node === node && other.token === token && other.scope === scope && (event.kind === 'signal' || other.part === part))),
  },
});
