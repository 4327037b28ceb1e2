import type { Definition, Expression, FlowId, NodeId } from '../definition.ts';
import type { Effect, Visit } from '../effect.ts';
import type { Environment } from '../environment.ts';
import { evaluate } from '../expression/feel.ts';
import type { Data, Incident, Json, State } from '../state.ts';
import type { Rejection, Step } from '../step.ts';
import { start, transition } from '../transition.ts';
import { bare } from './canonical.ts';
import { processOf } from './calls.ts';
import { everyWay, Followed, TooManyWays, type Pick } from './every-way.ts';
import { Covering } from './covering-choice.ts';
import { within, type Facts } from './facts.ts';
import { grounded } from './grounded.ts';
import { carries, type Model, type Place, type Proven, type Slot } from './model.ts';
import { told, type Move } from './moves.ts';
import { conditionsAt, type Question } from './question.ts';
import { standingText, visitsUntil, type Standing } from './standing.ts';

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
  /** Where tokens went in ways of the step that are not told, until they came to where another has gone on: each once. */
  readonly beside: readonly Visit[];
  /** Some ways of the step were not followed to their end. */
  readonly isPart: boolean;
}

const timeless = '2000-01-01T00:00:00.000Z';
const stamp = { at: timeless, by: 'proof' } as const;
/** In one step, the same question is asked anew as often as this, and never where it was asked before; whoever goes on is followed no further. */
const mostAskings = 20;

/** A way goes on for too long to be followed. */
class Astray extends Error {}
const astray = new Astray();

const nothing: Question = { options: [null] };

/** Answers expressions by picking among what they may be worth, true to the facts known so far. */
class Witness {
  readonly answers: Json[] = [];
  readonly facts: Map<string, boolean>;
  /** How far the step has come, and what was asked last. */
  now: Standing | undefined;
  asking: Expression | undefined;
  /** How it stood there, and how many answers had been given. */
  #stood: (() => string) | undefined;
  #before = 0;
  readonly #asked = new Map<Question, number>();
  readonly #covering: Covering | undefined;
  /** How often each process is under way. */
  readonly #live = new Map<string, number>();
  readonly #proven: Proven;
  readonly #pick: Pick;

  constructor(proven: Proven, before: State | undefined, facts: Facts, pick: Pick, covers: boolean) {
    this.#proven = proven;
    this.#covering = covers ? new Covering((count) => pick(count, this.#standing)) : undefined;
    this.facts = new Map(facts);
    this.#pick = pick;
    for (const process of processesIn(proven.definition, before)) this.#live.set(process, (this.#live.get(process) ?? 0) + 1);
  }

  readonly answer = (expression: Expression, _flow: FlowId | undefined, data: Data): Json => {
    const question = this.#proven.questions.of(expression) ?? nothing;
    if (question.own) return this.#said(expression, data);
    const { options, writes, begins = [], ends = [] } = question;
    const condition = this.#conditionOf(question, expression, data);
    if (writes) forget(this.#proven, this.facts, writes);
    for (const process of begins) this.#live.set(process, (this.#live.get(process) ?? 0) + 1);
    for (const process of ends) this.#live.set(process, this.#live.get(process)! - 1);
    const known = condition === undefined ? undefined : this.facts.get(condition);
    this.asking = expression;
    const answer = known ?? this.#choose(question, condition === undefined ? options : this.#possible(condition));
    if (condition !== undefined) this.facts.set(condition, answer === true);
    this.answers.push(answer);
    return answer;
  };

  /** The key of the condition whose answer is known, or holds from now on. */
  #conditionOf({ condition, grounds }: Question, { text }: Expression, data: Data): string | undefined {
    const key = grounds === undefined ? condition : within(grounds, grounded(text, data));
    return key !== undefined && this.#proven.questions.knowledge.has(key) && this.#isOne(key) ? key : undefined;
  }

  #said(expression: Expression, data: Data): Json {
    const result = evaluate(expression.text, data, timeless);
    const answer = 'failed' in result ? null : result.value;
    this.answers.push(answer);
    return answer;
  }

  readonly watch = (now: Standing): void => {
    this.now = now;
    this.#stood = standingText(now, this.#proven.definition);
    this.#before = this.answers.length;
  };

  #choose(question: Question, options: readonly Json[]): Json {
    if (options.length < 2) return options[0] ?? null;
    const asked = (this.#asked.get(question) ?? 0) + 1;
    if (asked > mostAskings) throw astray;
    this.#asked.set(question, asked);
    const { covered } = question;
    if (this.#covering && covered && options.length === question.options.length && !this.#knowsAny(covered.unknown)) return options[this.#covering.choose(covered, options.length)]!;
    return options[this.#pick(options.length, this.#standing)]!;
  }

  /** Whether a fact is known about data with one of these names. */
  #knowsAny(names: readonly string[]): boolean {
    return names.length > 0 && [...this.facts.keys()].some((key) => this.#proven.questions.knowledge.condition(key).roots.some((root) => names.includes(root)));
  }

  // two lines, of which none has a line end: the first is long and written already
  readonly #standing = (): string => `${this.#stood?.() ?? ''}\n${JSON.stringify([
    this.#covering?.standing(), this.answers.slice(this.#before), [...this.facts].toSorted(), [...this.#live].filter(([, count]) => count > 0).toSorted(),
  ])}`;

  /** Whether there are no two calls under way whose data the condition may read. */
  #isOne(condition: string): boolean {
    return (this.#live.get(this.#proven.questions.knowledge.condition(condition).process) ?? 0) < 2;
  }

  #possible(condition: string): readonly boolean[] {
    const { knowledge } = this.#proven.questions;
    const beside = knowledge.joined(this.facts, condition);
    return [true, false].filter((answer) => knowledge.example(new Map(beside).set(condition, answer), true) !== undefined);
  }
}

/** What was known of data that have been written since is known no more. */
const forget = ({ questions }: Proven, facts: Map<string, boolean>, roots: readonly string[]): void => {
  for (const key of facts.keys()) if (questions.knowledge.condition(key).roots.some((root) => roots.includes(root))) facts.delete(key);
};

const environmentOf = (proven: Proven, witness: Witness): Environment => ({
  answers: witness.answer,
  watch: witness.watch,
  budget: 200 + 40 * Object.keys(proven.definition.nodes).length,
  decide: (reference) => {
    forget(proven, witness.facts, proven.questions.decided.get(reference) ?? []);
    return { value: null };
  },
});

/** Every way in which one step of a process can turn out. */
const waysOf = (model: Model, place: Place, process: number, facts: Facts, act: (environment: Environment) => Step | Rejection): readonly Outcome[] => {
  const proven = model.processes[process]!;
  const { definition } = proven;
  const before = place.slots[process]?.state;
  const beside = new Map<string, Visit>();
  let isPart = false;
  let round: { readonly visits: readonly Visit[]; readonly restless: NodeId } | undefined;
  const found: Omit<Outcome, 'beside' | 'isPart'>[] = [];
  for (const outcome of everyWay((pick): typeof found[number] | undefined => {
    const witness = new Witness(proven, before, facts, pick, model.covers);
    try {
      const step = act(environmentOf(proven, witness));
      if ('rejected' in step) return undefined;
      const incidents = step.state.incidents.filter(({ id }) => !before?.incidents.some((old) => old.id === id));
      const unled = incidents.find(({ code }) => code === 'no-flow' || code === 'no-transition');
      const bag = sent(model, place.bag, step.effects, pick);
      const slot: Slot = { state: bare(step.state), facts: step.state.status === 'active' ? known(proven, step.state, witness.facts) : new Map() };
      const gap = unled && step.state.tokens.find(({ id }) => id === unled.token)?.at;
      if (gap !== undefined && !gapData(proven, witness.facts, gap, true)) return undefined;
      return {
        place: { slots: place.slots.with(process, slot), bag, ended: endedAfter(place.ended, definition, step) },
        visits: step.visits, answers: witness.answers, incidents,
        ...(gap !== undefined && { gap: { node: gap, data: gapData(proven, witness.facts, gap) } }),
      };
    } catch (error) {
      if (error instanceof Astray) isPart = true;
      else if (!(error instanceof Followed)) throw error;
      else if (error.isRound) round ??= { visits: visitsUntil(witness.now), restless: askerOf(definition, witness.asking!) };
      for (const visit of visitsUntil(witness.now)) beside.set(`${visit.did} ${visit.element}`, visit);
      return undefined;
    }
  }, model)) {
    if (outcome) found.push(outcome);
  }
  if (found.length === 0 && isPart) throw new TooManyWays(false);
  if (found.length === 0 && round) found.push({ ...round, place, answers: [], incidents: [] });
  const visits = [...beside.values()];
  return found.map((outcome) => ({ ...outcome, beside: visits, isPart }));
};

/** The processes that are under way, each as often as it is. */
const processesIn = ({ id }: Definition, state: State | undefined): readonly string[] => [id, ...state?.scopes.flatMap(({ called }) => called ?? []) ?? []];

/** Facts about data that are still there: not those of calls that are over. */
const known = ({ definition, questions }: Proven, state: State, facts: Facts): Facts => {
  const live = new Set(processesIn(definition, state));
  return new Map([...facts].filter(([key]) => live.has(questions.knowledge.condition(key).process)));
};

/** Data with which no condition of the element holds, if there can be any. */
const gapData = ({ definition, questions: { knowledge } }: Proven, facts: Facts, node: NodeId, withNull = false): Data | undefined => {
  const process = processOf(definition, node);
  const none = conditionsAt(definition, node).map((key) => [key, false] as const);
  return knowledge.example(new Map([...none, ...[...facts].filter(([key]) => knowledge.condition(key).process === process)]), withNull);
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
    const possible = flows.filter((flow) => flow.source === effect.node && carries(flow, effect.name));
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
export const beginnings = (model: Model, place: Place, process: number, { node, part }: { readonly node?: NodeId; readonly part?: number } = {}): readonly Outcome[] =>
  waysOf(model, place, process, new Map(), (environment) => start(model.processes[process]!.definition, { ...stamp, type: 'start', data: {}, ...(node !== undefined && { node }), ...(part !== undefined && { part }) }, environment));

/** All ways in which a move may turn out. */
export const outcomesOf = (model: Model, place: Place, { process, deed, element, holder, takes, spends, tells }: Move): readonly Outcome[] => {
  const { definition } = model.processes[process]!;
  const bag = takes === undefined ? place.bag : without(place.bag, takes);
  if (deed.type === 'start') return beginnings(model, { ...place, bag }, process, deed);
  const { state, facts } = place.slots[process]!;
  const left = new Map(facts);
  forget(model.processes[process]!, left, model.processes[process]!.questions.writes.get(element)!);
  const outcomes = waysOf(model, { ...place, bag }, process, left, (environment) => transition(definition, state, { ...stamp, ...deed }, environment));
  const after = spends ? (slot: Slot): Slot => spent(slot, spends) : tells !== undefined && 'token' in holder ? (slot: Slot): Slot => telling(slot, holder.token, tells) : undefined;
  return after ? outcomes.map((outcome) => ({ ...outcome, place: { ...outcome.place, slots: outcome.place.slots.with(process, after(outcome.place.slots[process]!)) } })) : outcomes;
};

/** What a person tells beside their work happens once as well: the work remembers it as long as it lasts. */
const telling = (slot: Slot, token: number, node: NodeId): Slot => {
  const { state } = slot;
  if (!state.tokens.some(({ id }) => id === token)) return slot;
  return { ...slot, state: { ...state, next: state.next + 1, subscriptions: [...state.subscriptions, { id: state.next, token, node, event: { kind: 'signal', name: told } }] } };
};

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
