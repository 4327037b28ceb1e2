import { assign, createActor, createMachine, fromPromise, raise, type AnyActor, type AnyMachineSnapshot } from 'xstate';
import { listed, transitionsOf, type Action, type Machine, type StateConfig, type Transition, type Transitions } from '../statechart/machine.ts';
import { guards, values } from './draw-machine.ts';

type Numbers = { readonly n: number; readonly m: number };
interface Timer {
  readonly id: number;
  readonly due: number;
  readonly fn: () => void;
}
type Asked = { readonly context: Numbers; readonly event: { readonly type: string; readonly data?: object } };

/**
 * A drawn machine under XState's own `createActor`, on a clock that is moved by hand: its timers, its invoked actors, its
 * events. It shares nothing with the engine but the drawing.
 */
export class XStateActor {
  /** States entered and left, in order. */
  readonly log: string[] = [];
  #now = 0;
  #timers: Timer[] = [];
  #next = 1;
  readonly #actor: AnyActor;
  #broken: unknown;

  constructor(machine: Machine) {
    const config = this.#config(machine, machine.id) as object;
    const on = { ...(config as { readonly on: object }).on, 'motcua.data': { actions: assign(({ event }: Asked) => event.data ?? {}) } };
    const compiled = createMachine({ ...config, on, context: { ...machine.context }, options: { maxIterations: 200 } } as never);
    this.#actor = createActor(compiled, {
      clock: {
        setTimeout: (fn, timeout) => {
          this.#timers.push({ id: this.#next, due: this.#now + timeout, fn });
          return this.#next++;
        },
        clearTimeout: (id) => void (this.#timers = this.#timers.filter((timer) => timer.id !== id)),
      },
    });
    this.#actor.subscribe({ error: (error) => void (this.#broken = error) });
    this.#actor.start();
  }

  get #snapshot(): AnyMachineSnapshot {
    return this.#actor.getSnapshot() as AnyMachineSnapshot;
  }

  /** Whether XState gave up: it moved without end. */
  get broken(): boolean {
    return this.#broken !== undefined || this.#snapshot.status === 'error';
  }

  get done(): boolean {
    return this.#snapshot.status === 'done';
  }

  get active(): readonly string[] {
    return this.#snapshot._nodes.map(({ id }) => id).toSorted();
  }

  get data(): Numbers {
    const { n, m } = this.#snapshot.context as Numbers;
    return { n, m };
  }

  send(event: { readonly type: string; readonly data?: unknown }): void {
    this.#actor.send(event);
  }

  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ due }) => due <= until).reduce<Timer | undefined>((first, timer) => (first && first.due <= timer.due ? first : timer), undefined);
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.due;
      next.fn();
    }
    this.#now = until;
  }

  #config(state: StateConfig, id: string): unknown {
    if (state.type === 'history') return { id, type: 'history', history: state.history, ...(state.target !== undefined && { target: state.target }) };
    const { on = {}, after = {}, always, onDone, invoke, entry, exit, type, initial, states } = state;
    const each = (all: Readonly<Record<string, Transitions>>, key: (name: string) => string) => Object.fromEntries(Object.entries(all).map(([name, transitions]) => [key(name), transitionsOf(transitions).map(plain)]));
    return {
      id, ...(type && { type }), ...(initial !== undefined && { initial }), on: each(on, (name) => name), after: each(after, milliseconds),
      ...(states && { states: Object.fromEntries(Object.entries(states).map(([key, child]) => [key, this.#config(child, key)])) }),
      always: transitionsOf(always).map(plain), ...(onDone && { onDone: transitionsOf(onDone).map(plain) }),
      ...(invoke && { invoke: { id, src: fromPromise(() => new Promise(() => undefined)), onDone: transitionsOf(invoke.onDone).map(plain), onError: transitionsOf(invoke.onError).map(plain) } }),
      entry: [...listed(entry).map(act), () => void this.log.push(`enter ${id}`)],
      exit: [...listed(exit).map(act), () => void this.log.push(`leave ${id}`)],
    };
  }
}

const milliseconds = (delay: string): string => (delay.startsWith('PT') ? String(Number(/\d+/.exec(delay)![0]) * 60_000) : delay);

const plain = ({ target, guard, actions, reenter }: Transition): object => ({
  ...(target !== undefined && { target }), ...(reenter !== undefined && { reenter }),
  ...(guard !== undefined && { guard: ({ context }: Asked) => guards[guard]!(context) }), actions: listed(actions).map(act),
});

const act = (action: Action): unknown => {
  if (action.type === 'raise') return raise({ type: action.params.event });
  if (action.type !== 'assign') throw new Error(`expected only what a drawing has, but there is ${action.type}`);
  return assign(({ context }: Asked) => Object.fromEntries(Object.entries(action.params).map(([name, text]) => [name, values[text]!(context)])));
};
