import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import type { Definition } from '../../engine/definition.ts';
import { startByItself } from '../../engine/self-started.ts';
import { startByWord } from '../../engine/words-between.ts';
import type { Environment } from '../../engine/environment.ts';
import { Bench } from '../../engine/testing/bench.ts';
import type { Instance } from '../../engine/testing/instance.ts';
import { ScenarioDossier } from '../scenario-dossier.ts';

/** Something of a dossier that waits for a person, or for what comes from outside. */
export interface Pending {
  readonly node: string;
  readonly token: number;
  /** Set when it waits for an event. */
  readonly subscription?: number;
  readonly openedAt: string;
}

/** A simulated dossier: the engine itself on a bench of its own, and its legal clock. */
export class Case {
  /** In the order in which they come, from 1. */
  readonly number: number;
  readonly bench: Bench;
  readonly instance: Instance;
  readonly dossier: ScenarioDossier;
  readonly #known = new Set<string>();
  #seen = 0;

  constructor(number: number, definition: Definition, environment: Environment, calendar: CompiledCalendar, limit: string, at: string) {
    this.number = number;
    this.dossier = new ScenarioDossier(calendar, () => limit);
    this.bench = new Bench(definition, { at, auto: true, environment, due: ({ value }, from) => deadline(calendar, from, value).dueAt });
    this.instance = this.bench.start({ by: 'applicant', ...(startByWord(definition) ?? startByItself(definition)) });
  }

  /** Time passes until then; timers that fall due fire. */
  pass(at: string): void {
    if (this.instance.status === 'active' && at > this.bench.now) this.bench.advance(at);
  }

  /** What has begun to wait since it was last asked. */
  news(): Pending[] {
    const { instance, bench } = this;
    for (; this.#seen < instance.effects.length; this.#seen += 1) this.dossier.take(instance.effects[this.#seen]!, bench.now);
    if (instance.status !== 'active') return [];
    const found: Pending[] = [];
    for (const { id: token, at: node, wait } of instance.state.tokens) {
      if (wait.on === 'task' || wait.on === 'job') found.push({ node, token, openedAt: bench.now });
      if (wait.on !== 'event' && wait.on !== 'gateway') continue;
      for (const { id: subscription, node: event, token: of, event: { kind } } of instance.state.subscriptions) {
        if (of === token && kind !== 'timer') found.push({ node: event, token, subscription, openedAt: bench.now });
      }
    }
    return found.filter(({ token, subscription = '' }) => {
      const name = `${token} ${subscription}`;
      return !this.#known.has(name) && this.#known.add(name);
    });
  }

  isOpen({ token, subscription }: Pending): boolean {
    const { state: { tokens, subscriptions }, status } = this.instance;
    return status === 'active' && (subscription === undefined ? tokens.some(({ id, wait }) => id === token && (wait.on === 'task' || wait.on === 'job')) : subscriptions.some(({ id }) => id === subscription));
  }

  /** The work is done, or the event comes. */
  finish({ token, subscription }: Pending): void {
    const { instance } = this;
    if (subscription === undefined) {
      const wait = instance.state.tokens.find(({ id }) => id === token)?.wait;
      instance.send({ type: wait?.on === 'job' ? 'job.complete' : 'task.complete', token });
      return;
    }
    const waiting = instance.state.subscriptions.find(({ id }) => id === subscription)?.event;
    if (waiting?.kind === 'message') instance.send({ type: 'message', subscription, name: waiting.name, keys: waiting.keys });
    else instance.send({ type: 'happen', subscription });
  }
}
