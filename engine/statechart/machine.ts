import type { LocalText } from '../definition.ts';
import type { Data, Json } from '../state.ts';

/**
 * An XState v5 machine as its author writes it: the configuration of `createMachine` as JSON. Guards and values are FEEL
 * over the data and the `event`; what a state asks of people and of the machine stands in `meta` and `invoke`.
 */
export interface Machine extends StateConfig {
  readonly id: string;
  /** Values that stand in the data from the start, unless the start brings others. */
  readonly context?: Data;
  readonly states: Readonly<Record<string, StateConfig>>;
}

export interface StateConfig {
  /** Default: the key. Unique in the machine: it is the element's id in tasks, scenarios and the journal. */
  readonly id?: string;
  readonly type?: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
  /** Of a history state. */
  readonly history?: 'shallow' | 'deep';
  readonly target?: string;
  readonly entry?: OneOrMore<Action>;
  readonly exit?: OneOrMore<Action>;
  /** By the name of a message, of a raised event, or `task.complete.<state id>`. */
  readonly on?: Readonly<Record<string, Transitions>>;
  /** By an ISO 8601 duration, a limit in working time, milliseconds, or `= FEEL` that gives one or an instant. */
  readonly after?: Readonly<Record<string, Transitions>>;
  readonly always?: Transitions;
  readonly onDone?: Transitions;
  readonly invoke?: Invoke;
  readonly meta?: Meta;
  readonly description?: string;
  readonly tags?: readonly string[];
}

export type OneOrMore<T> = T | readonly T[];
export type Transitions = OneOrMore<string | Transition>;

export interface Transition {
  readonly target?: OneOrMore<string>;
  /** FEEL that must give true or false. */
  readonly guard?: string;
  readonly actions?: OneOrMore<Action>;
  readonly reenter?: boolean;
  readonly description?: string;
}

export type Action =
  /** Keeps values in the data: FEEL by name, all asked before any is kept. */
  | { readonly type: 'assign'; readonly params: Readonly<Record<string, string>> }
  /** Puts an event to the machine itself, taken before anything from outside. */
  | { readonly type: 'raise'; readonly params: { readonly event: string } }
  /** Sends a message to the world. */
  | { readonly type: 'emit'; readonly params: { readonly event: string; readonly keys?: Readonly<Record<string, string>>; readonly data?: Readonly<Record<string, string>> } }
  /** Sends a signal to everyone else who waits for it; for the machine itself there is "raise". */
  | { readonly type: 'signal'; readonly params: { readonly event: string; readonly data?: Readonly<Record<string, string>> } }
  /** Evaluates a decision (`file#decision`) and keeps its value under `result`. */
  | { readonly type: 'decide'; readonly params: { readonly decision: string; readonly result: string; readonly inputs?: Readonly<Record<string, string>> } };

/** Work for the machine while the state is active: the connector's name, its inputs in FEEL, and where its answer leads. */
export interface Invoke {
  readonly id?: string;
  readonly src: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly onDone?: Transitions;
  readonly onError?: Transitions;
}

/** What a procedure says about a state beyond XState; the words are those of StepProperties. */
export interface Meta {
  readonly name?: LocalText;
  readonly citizenName?: LocalText;
  /** A person's step, open as long as the state is active. */
  readonly task?: {
    readonly form?: string;
    readonly role?: string;
    readonly unit?: string;
    readonly assignee?: string;
    readonly timeLimit?: string;
    readonly fourEyes?: readonly string[];
    readonly letters?: readonly string[];
  };
  /** Name under which the answer of the task or the connector is kept; default: the state's id. */
  readonly result?: string;
  readonly clock?: 'start' | 'limit' | 'end' | `pause:${string}`;
  readonly state?: number;
  /** Keys that a message must carry to be for this instance, in FEEL, by the message's name. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Which events of `on` are signals: they reach all who wait for them, and carry no keys. */
  readonly signals?: readonly string[];
  /** Of the machine alone: by what an instance begins though nobody applies. Timers are cycles, dates, durations or limits in working time. */
  readonly starts?: { readonly timers?: readonly string[]; readonly messages?: readonly string[]; readonly signals?: readonly string[] };
}

/** What is put to the machine; FEEL reads it as `event`. */
export type MachineEvent = { readonly type: string; readonly data?: Json; readonly output?: Json; readonly error?: Json; readonly input?: Data };

/** One or several, as a list. */
export const listed = <T>(value: OneOrMore<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value as readonly T[] : [value as T];

export const transitionsOf = (value: Transitions | undefined): readonly Transition[] =>
  listed(value).map((each) => (typeof each === 'string' ? { target: each } : each));
