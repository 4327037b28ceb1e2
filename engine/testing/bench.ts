import type { Definition, Expression, NodeId } from '../definition.ts';
import type { Effect } from '../effect.ts';
import type { Environment } from '../environment.ts';
import { evaluation } from '../evaluation.ts';
import { after, instantOf, isoDue } from '../iso-timer.ts';
import { selfStarts, startTimerText } from '../self-started.ts';
import { link } from '../link.ts';
import type { Data, Json } from '../state.ts';
import { startedBy } from '../started-by.ts';
import { start } from '../transition.ts';
import { nextTurn } from '../trigger.ts';
import { beginningAt } from './begin-at.ts';
import { Instance, type Command } from './instance.ts';
import { ServiceError, unanswered, type Call, type Service } from './service.ts';

interface Schedule {
  readonly type: 'date' | 'duration' | 'cycle';
  readonly value: string;
}

export interface BenchOptions {
  /** Where the simulated clock stands at first, UTC. */
  readonly at?: string;
  /** Functions that answer service tasks, by element id or connector. */
  readonly services?: Readonly<Record<string, Service>>;
  /** Completes service tasks without a function by themselves; otherwise they wait like user tasks. */
  readonly auto?: boolean;
  /** When a timer is due that is not ISO 8601, such as a limit in working time; gives a UTC instant. */
  readonly due?: (timer: Schedule, from: string) => string;
  readonly environment?: Environment;
  /** Is told of a step's effects before they are performed. */
  readonly told?: (instance: Instance, effects: readonly Effect[]) => void;
}

interface Timer {
  readonly due: string;
  /** Whose timer it is; a start event's belongs to no one yet. */
  readonly of?: { readonly instance: Instance; readonly subscription: number };
  fire(): void;
}
/** A process that begins when a condition begins to hold. */
interface Awaited {
  readonly definition: Definition;
  readonly node: NodeId;
  readonly condition: Expression;
  held: boolean;
}
type Job = Effect & { readonly type: 'job.request' };
type Message = { readonly name: string; readonly keys: Data; readonly data: Json };

/** With the processes that it calls and that stand on the bench too. */
const linked = (definition: Definition, others: ReadonlyMap<string, Definition>): Definition => {
  const { definition: whole, faults } = link(definition, others);
  if (faults[0]) throw new Error(faults[0].message);
  return whole;
};

const mostRounds = 100_000;

/**
 * Definitions and their instances in memory on one simulated clock: timers fire when it is advanced, messages go
 * from one instance to another, service tasks are answered by functions. Deterministic.
 */
export class Bench {
  readonly instances: Instance[] = [];
  /** Messages sent that no one has waited for yet. */
  readonly undelivered: Message[] = [];
  readonly #definitions: readonly Definition[];
  readonly #options: BenchOptions;
  readonly #signals: { readonly from: Instance; readonly name: string; readonly data: Data }[] = [];
  readonly #jobs: { readonly instance: Instance; readonly job: Job }[] = [];
  #timers: Timer[] = [];
  /** Conditions and timers of start events: looked for when facts or time first change. */
  #awaited: Awaited[] | undefined;
  #facts: Data = {};
  readonly #first: string;
  #now: string;
  #performing = false;

  constructor(definitions: Definition | readonly Definition[], options: BenchOptions = {}) {
    const given = 'format' in definitions ? [definitions] : definitions;
    const byId = new Map(given.map((each) => [each.id, each]));
    this.#definitions = given.map((each) => linked(each, byId));
    this.#options = options;
    this.#first = options.at ?? '2026-01-05T01:00:00.000Z';
    this.#now = this.#first;
  }

  /** The simulated instant. */
  get now(): string {
    return this.#now;
  }

  /** When the next timer falls due. */
  get nextDue(): string | undefined {
    return this.#timers.reduce<string | undefined>((first, { due }) => (first !== undefined && first <= due ? first : due), undefined);
  }

  /** Starts an instance of a definition (the first one by default), by its plain start event or the one that is named, or at elements in its midst. */
  start(options: { readonly definition?: string; readonly node?: NodeId; readonly part?: number; readonly keys?: Data; readonly elements?: readonly NodeId[]; readonly data?: Data; readonly by?: string } = {}): Instance {
    const definition = options.definition === undefined ? this.#definitions[0] : this.#definitions.find(({ id }) => id === options.definition);
    if (!definition) throw new Error(`expected a definition ${options.definition ?? ''} on the bench, but there are ${this.#definitions.map(({ id }) => id).join(', ') || 'none'}`);
    const { data = {}, by = 'bench', node, part, keys, elements = [] } = options;
    const event = { type: 'start', at: this.#now, by, data, ...(node !== undefined && { node }), ...(part !== undefined && { part }), ...(keys && Object.keys(keys).length > 0 && { keys }) } as const;
    const step = start(elements.length > 0 ? beginningAt(definition, elements) : definition, event, this.#options.environment);
    if ('rejected' in step) throw new Error(step.message);
    const instance = new Instance(this.instances.length + 1, definition, step.state, {
      environment: this.#options.environment ?? {},
      now: () => this.#now,
      perform: (performer, effects) => this.#perform(performer, effects),
    });
    this.instances.push(instance);
    instance.took(event, step);
    return instance;
  }

  /** Something is so in the world: every process begins whose conditional start event begins to hold by it, with these facts as its data. */
  change(facts: Data): void {
    this.#facts = { ...this.#facts, ...facts };
    for (const awaited of this.#watch()) {
      const { definition, node, condition, held } = awaited;
      const answer = evaluation(this.#options.environment ?? {}, condition, this.#facts, this.#now);
      awaited.held = !('failed' in answer) && answer.value === true;
      if (awaited.held && !held) this.start({ definition: definition.id, node, data: this.#facts });
    }
  }

  /** Every process begins whose conditional start event holds for these facts, however often it is asked. */
  ask(facts: Data): void {
    for (const { definition, node, condition } of this.#watch()) {
      const answer = evaluation(this.#options.environment ?? {}, condition, facts, this.#now);
      if ('failed' in answer) throw new Error(`expected the condition of ${node} to hold or not, but ${answer.failed}`);
      if (answer.value === true) this.start({ definition: definition.id, node, data: facts });
    }
  }

  /** A signal from outside: everyone who waits for it, and every process that it begins. */
  signal(name: string, data?: Data): void {
    this.#broadcast(name, data);
  }

  /** A message from outside: to the first instance that waits for it, else it starts one at a message start event. */
  message(name: string, { keys = {}, data = {} }: { readonly keys?: Data; readonly data?: Json } = {}): void {
    if (this.#deliver({ name, keys, data })) return;
    const awaited = this.instances.flatMap(({ state }) => state.subscriptions.flatMap(({ event }) => (event.kind === 'message' && event.name === name ? [JSON.stringify(event.keys)] : [])));
    throw new Error(awaited.length === 0
      ? `expected someone to wait for message "${name}", but no one does`
      : `expected message "${name}" with the keys that someone waits for (${[...new Set(awaited)].join(', ')}), but it brings others`);
  }

  /** Lets time pass, by an ISO 8601 duration or to a UTC instant; every timer that falls due on the way fires at its time. */
  advance(to: string): void {
    this.#watch();
    const target = after(this.#now, to) ?? instantOf(to);
    if (target === undefined) throw new Error(`expected an ISO 8601 duration or an instant, but got "${to}"`);
    if (Date.parse(target) < Date.parse(this.#now)) throw new Error(`expected an instant not before ${this.#now}, where the clock stands, but got ${target}`);
    for (let round = 0; ; round += 1) {
      if (round > mostRounds) throw new Error(`expected at most ${mostRounds} timers until ${target}, but there are more`);
      if (!this.#fire(target)) break;
    }
    this.#now = target;
  }

  /** Fires the timer that is due first until then, if there is one; what it does is dated by the instant at which it is due, or by now where that has passed. */
  #fire(until: string): boolean {
    const next = this.#timers.reduce<Timer | undefined>((first, timer) => (timer.due > until || (first && first.due <= timer.due) ? first : timer), undefined);
    if (!next) return false;
    this.#timers = this.#timers.filter((timer) => timer !== next);
    if (next.due > this.#now) this.#now = next.due;
    next.fire();
    return true;
  }

  /** The definitions are on the bench from its first instant on: start events' timers run from then. */
  #watch(): Awaited[] {
    if (this.#awaited) return this.#awaited;
    this.#awaited = [];
    for (const definition of this.#definitions) for (const begins of selfStarts(definition)) {
      if (begins.kind === 'timer') this.#startAt(definition, begins.node, { type: begins.timer.type, value: startTimerText(begins, this.#first) }, this.#first);
      else this.#awaited.push({ definition, node: begins.node, condition: begins.condition, held: false });
    }
    return this.#awaited;
  }

  #startAt(definition: Definition, node: NodeId, { type, value }: Schedule, from: string): void {
    const due = this.#due({ type, value }, from);
    this.#timers.push({ due, fire: () => {
      const left = nextTurn(type, value);
      if (left !== undefined) this.#startAt(definition, node, { type, value: left }, due);
      this.start({ definition: definition.id, node });
    } });
  }

  #perform(instance: Instance, effects: readonly Effect[]): void {
    this.#options.told?.(instance, effects);
    for (const effect of effects) this.#note(instance, effect);
    if (this.#performing) return;
    this.#performing = true;
    try {
      for (let round = 0; this.#round(); round += 1) {
        if (round > mostRounds) throw new Error('expected services and messages to come to rest, but they answer one another without end');
      }
    } finally {
      this.#performing = false;
    }
  }

  #note(instance: Instance, effect: Effect): void {
    switch (effect.type) {
      case 'timer.set': {
        const { subscription, timer, from } = effect;
        this.#timers.push({ due: this.#due(timer, from), of: { instance, subscription }, fire: () => void instance.send({ type: 'timer', subscription }) });
        return;
      }
      case 'timer.cancel':
        this.#timers = this.#timers.filter(({ of }) => of?.instance !== instance || of.subscription !== effect.subscription);
        return;
      case 'job.request':
        this.#jobs.push({ instance, job: effect });
        return;
      case 'message.send':
        this.undelivered.push({ name: effect.name, keys: effect.keys, data: effect.data });
        return;
      case 'signal.send': this.#signals.push({ from: instance, name: effect.name, data: effect.data });
    }
  }

  #due(timer: Schedule, from: string): string {
    const due = isoDue(timer, from) ?? this.#options.due?.(timer, from);
    if (due === undefined) throw new Error(`expected an ISO 8601 ${timer.type}, but "${timer.value}" is none and the bench was given no "due" to ask`);
    return due;
  }

  /** One timer fired that was due when it was set, one service answered or one message delivered; whether there was one. Timers first, as in the house: what they do may make other work superfluous. */
  #round(): boolean {
    if (this.#fire(this.#now)) return true;
    const work = this.#jobs.shift();
    if (work) {
      this.#answer(work.instance, work.job);
      return true;
    }
    const signal = this.#signals.shift();
    if (signal) {
      this.#broadcast(signal.name, signal.data, signal.from);
      return true;
    }
    const index = this.undelivered.findIndex((message) => this.#deliver(message));
    if (index < 0) return false;
    this.undelivered.splice(index, 1);
    return true;
  }

  #answer(instance: Instance, { token, node, connector, inputs }: Job): void {
    const { services = {}, auto } = this.#options;
    const service = services[node] ?? services[connector];
    const open = instance.state.tokens.some(({ id, wait }) => id === token && wait.on === 'job');
    if (!open || (!service && !auto)) return;
    const served = this.#served(service, { token, inputs }, { at: this.#now, instance: instance.id, element: node });
    if (served !== undefined) instance.send(served, 'system');
  }

  #served(service: Service | undefined, { token, inputs }: { readonly token: number; readonly inputs: Data }, call: Call): Command | undefined {
    try {
      const data = service?.(inputs, call);
      if (data === unanswered) return undefined;
      return { type: 'job.complete', token, ...(data !== undefined && { data }) };
    } catch (error) {
      return { type: 'job.fail', token, code: 'service', message: (error as Error).message, ...(error instanceof ServiceError && { error: error.code, ...(error.data !== undefined && { data: error.data }) }) };
    }
  }

  #deliver(message: Message): boolean {
    for (const instance of this.instances) {
      if (instance.status === 'active' && !('rejected' in instance.offer({ type: 'message', ...message }))) return true;
    }
    for (const definition of this.#definitions) {
      const [first] = startedBy(definition, { kind: 'message', name: message.name });
      if (first === undefined) continue;
      this.start({ definition: definition.id, ...first, keys: message.keys, data: typeof message.data === 'object' && message.data !== null && !Array.isArray(message.data) ? message.data as Data : {} });
      return true;
    }
    return false;
  }

  /** Every other instance that waits for the signal has it, and every process that it begins begins. */
  #broadcast(name: string, data: Data | undefined, from?: Instance): void {
    const taken = new Set(this.instances.flatMap(({ definition, state }) => state.subscriptions.flatMap(({ node, event }) => (event.kind === 'signal' && event.name === name ? [`${definition.id} ${node}`] : []))));
    for (const instance of this.instances.slice(0, this.instances.length)) {
      if (instance !== from && instance.status === 'active') instance.offer({ type: 'signal', name, ...(data && { data }) });
    }
    for (const definition of this.#definitions) {
      for (const first of startedBy(definition, { kind: 'signal', name })) if (!taken.has(`${definition.id} ${first.node}`)) this.start({ definition: definition.id, ...first, data: data ?? {} });
    }
  }
}
