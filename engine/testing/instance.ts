import type { Definition, FlowId, NodeId } from '../definition.ts';
import type { Effect, Visit } from '../effect.ts';
import type { Environment } from '../environment.ts';
import type { Beginning, Event } from '../event.ts';
import { holdsAdHoc } from '../open-ad-hoc.ts';
import type { Data, Incident, Json, State, Subscription, Token } from '../state.ts';
import type { Rejection, Step } from '../step.ts';
import { transition } from '../transition.ts';

/** An event without time and actor: the bench adds both. */
export type Command = Event extends infer E ? (E extends Event ? Omit<E, 'at' | 'by'> : never) : never;

/** How an instance reaches the bench it lives on. */
export interface Surroundings {
  readonly environment: Environment;
  now(): string;
  /** Performs a step's effects and everything that follows from them at this instant. */
  perform(instance: Instance, effects: readonly Effect[]): void;
}

/** One instance on the bench. Commands name elements, as a person would; what cannot be done throws, with the reason. */
export class Instance {
  readonly id: number;
  /** The version it began with. */
  readonly first: Definition;
  readonly trace: Visit[] = [];
  readonly effects: Effect[] = [];
  readonly events: Event[] = [];
  #definition: Definition;
  #state: State;
  #choices: Record<NodeId, readonly FlowId[]> = {};
  readonly #surroundings: Surroundings;

  constructor(id: number, definition: Definition, state: State, surroundings: Surroundings) {
    this.id = id;
    this.first = definition;
    this.#definition = definition;
    this.#state = state;
    this.#surroundings = surroundings;
  }

  /** The version it runs by now. */
  get definition(): Definition {
    return this.#definition;
  }

  get state(): State {
    return this.#state;
  }

  get status(): State['status'] {
    return this.#state.status;
  }

  get data(): Data {
    return this.#state.data;
  }

  get incidents(): readonly Incident[] {
    return this.#state.incidents;
  }

  /** Ids of the elements that tokens entered, in order. */
  get visited(): readonly NodeId[] {
    return this.trace.filter(({ did }) => did === 'enter').map(({ element }) => element);
  }

  /** Open work, for people and for services, in the order it was opened. */
  get tasks(): readonly { readonly element: NodeId; readonly name: string; readonly token: number }[] {
    return this.#state.tokens.filter(isWork).map(({ at, id }) => ({ element: at, name: this.definition.nodes[at]!.name ?? at, token: id }));
  }

  /** Completes the oldest open task or service task at the element. */
  complete(element: NodeId, data?: Json, by = 'bench'): this {
    const { id, wait } = this.#open(element);
    return this.send({ type: wait.on === 'task' ? 'task.complete' : 'job.complete', token: id, ...(data !== undefined && { data }) }, by);
  }

  /** Fails the oldest open task or service task at the element with a BPMN error code, and what the error brings. */
  fail(element: NodeId, error: string, data?: Json): this {
    const { id, wait } = this.#open(element);
    return this.send(wait.on === 'task'
      ? { type: 'task.fail', token: id, error, ...(data !== undefined && { data }) }
      : { type: 'job.fail', token: id, error, code: error, message: `expected ${element} to succeed, but it failed with ${error}`, ...(data !== undefined && { data }) });
  }

  message(name: string, message: { readonly keys?: Data; readonly data?: Json } = {}): this {
    return this.send({ type: 'message', name, ...message });
  }

  signal(name: string, data?: Json): this {
    return this.send({ type: 'signal', name, ...(data !== undefined && { data }) });
  }

  /** Begins a step of an open ad-hoc sub-process. */
  activate(element: NodeId, data?: Data): this {
    const token = this.#state.tokens.find((candidate) => holdsAdHoc(this.definition, this.#state.scopes, candidate) && this.#startsIn(candidate.at).includes(element));
    if (!token) throw new Error(`expected an open ad-hoc sub-process with the step ${element}, but there is none`);
    return this.send({ type: 'adHoc.begin', token: token.id, node: element, ...(data && { data }) });
  }

  /** Declares the open ad-hoc sub-process done; what still runs in it is cancelled, or waited for. */
  enough(element: NodeId, waits = false): this {
    const token = this.#state.tokens.find((candidate) => candidate.at === element && holdsAdHoc(this.definition, this.#state.scopes, candidate));
    if (!token) throw new Error(`expected an open ad-hoc sub-process ${element}, but there is none`);
    return this.send({ type: 'adHoc.complete', token: token.id, ...(waits && { waits }) });
  }

  #startsIn(element: NodeId): readonly NodeId[] {
    const node = this.definition.nodes[element];
    return node?.kind === 'adHocSubProcess' ? node.starts : [];
  }

  /** Changes data from outside. */
  change(data: Data): this {
    return this.send({ type: 'data', data });
  }

  /** Lets the event that waits at the element happen, whatever its name, keys or due time. */
  trigger(element: NodeId, data?: Json): this {
    const subscription = this.#state.subscriptions.find(({ node }) => node === element);
    if (!subscription) throw new Error(`expected ${element} to wait for an event, but only ${this.#state.subscriptions.map(({ node }) => node).join(', ') || 'nothing'} does`);
    return this.happen(subscription, data);
  }

  /** Lets what a subscription waits for happen. */
  happen({ id, event }: Subscription, data?: Json): this {
    if (event.kind === 'timer') return this.send({ type: 'timer', subscription: id });
    if (event.kind !== 'message') return this.send({ type: 'happen', subscription: id, ...(data !== undefined && { data }) });
    return this.send({ type: 'message', subscription: id, name: event.name, keys: event.keys, ...(data !== undefined && { data }) });
  }

  /** Forces a gateway's choice from now on; a token that stands there because it could not choose goes on. */
  choose(gateway: NodeId, ...flows: readonly FlowId[]): this {
    this.#choices = { ...this.#choices, [gateway]: flows };
    const stuck = this.#state.tokens.some(({ at, wait }) => at === gateway && wait.on === 'incident');
    return stuck ? this.send({ type: 'choose', gateway, flows }) : this;
  }

  /** Retries the oldest incident. */
  retry(data?: Data): this {
    const [incident] = this.incidents;
    if (!incident) throw new Error('expected an incident to retry, but there is none');
    return this.send({ type: 'incident.retry', incident: incident.id, ...(data && { data }) });
  }

  /** Leaves the element of the oldest incident as if it were done. */
  skip(data?: Data, reason = 'test'): this {
    const [incident] = this.incidents;
    if (!incident) throw new Error('expected an incident to skip, but there is none');
    return this.send({ type: 'incident.skip', incident: incident.id, reason, ...(data && { data }) });
  }

  /** Moves tokens: the oldest ones that rest at the elements are taken away, others begin. */
  move({ from = [], to = [], data, reason = 'test' }: { readonly from?: readonly NodeId[]; readonly to?: readonly Beginning[]; readonly data?: Data; readonly reason?: string }): this {
    return this.send({ type: 'modify', cancel: from.map((element) => this.#at(element)), begin: to, reason, ...(data && { data }) });
  }

  /** Goes on by the version of the bench's environment. */
  migrate(to: string, mapping: Readonly<Record<string, string>> = {}, reason = 'test'): this {
    return this.send({ type: 'migrate', from: this.#state.definition, to, mapping, reason });
  }

  #at(element: NodeId): number {
    const token = this.#state.tokens.find(({ at }) => at === element);
    if (token) return token.id;
    throw new Error(`expected a token at ${element}, but there are ones at ${this.#state.tokens.map(({ at }) => at).join(', ') || 'none'}`);
  }

  /** Sends any event; throws when it is rejected. */
  send(command: Command, by = 'bench'): this {
    const result = this.offer(command, by);
    if ('rejected' in result) throw new Error(result.message);
    return this;
  }

  /** Sends any event and hands back what came of it. */
  offer(command: Command, by = 'bench'): Step | Rejection {
    const event = { ...command, at: this.#surroundings.now(), by } as Event;
    const result = transition(this.definition, this.#state, event, this.#environment());
    if (!('rejected' in result)) this.took(event, result);
    return result;
  }

  /** Notes an accepted step and lets the bench perform its effects. */
  took(event: Event, step: Step): void {
    if (event.type === 'migrate') this.#definition = this.#environment().version!(event.to)!.definition;
    this.#state = step.state;
    this.events.push(event);
    this.trace.push(...step.visits);
    this.effects.push(...step.effects);
    this.#surroundings.perform(this, step.effects);
  }

  #environment(): Environment {
    const { environment } = this.#surroundings;
    return { ...environment, choices: { ...environment.choices, ...this.#choices } };
  }

  #open(element: NodeId): Token {
    const token = this.#state.tokens.find((candidate) => candidate.at === element && isWork(candidate));
    if (token) return token;
    const open = this.tasks.map((task) => task.element).join(', ') || 'none';
    throw new Error(`expected an open task at ${element}, but the instance is ${this.status} with open tasks: ${open}`);
  }
}

const isWork = ({ wait }: Token): boolean => wait.on === 'task' || wait.on === 'job';
