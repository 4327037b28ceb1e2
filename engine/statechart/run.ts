import type { FlowId, NodeId } from '../definition.ts';
import type { Environment } from '../environment.ts';
import { evaluation } from '../evaluation.ts';
import type { Failed, Value } from '../expression/feel.ts';
import type { Data, Json } from '../state.ts';
import type { MachineEvent } from './machine.ts';

/** What a machine did with one event, in order. */
export type Mark =
  | { readonly did: 'exit' | 'enter'; readonly id: NodeId }
  | { readonly did: 'take'; readonly flows: readonly FlowId[] }
  | { readonly did: 'signal'; readonly id: NodeId; readonly name: string; readonly data: Data }
  | { readonly did: 'emit'; readonly id: NodeId; readonly name: string; readonly keys: Data; readonly data: Data };

/** What a call answers: true or false to a guard, what changes to an assignment, nothing to anything else. */
export type Answer = boolean | Data | undefined;

/** What XState asks of the world on a machine's way: a guard, an assignment, or that something be marked. */
export type Call = (run: Run, context: Data, event: MachineEvent) => Answer;

/** A call that was made. `inner` is the event that it saw, when that came from the machine itself. */
export interface Called {
  readonly call: Call;
  readonly inner: MachineEvent | undefined;
  readonly answer: Answer;
}

/** A fault of model or data: the event is not taken, and nothing of it is kept. `at` is the state whose expression it was. */
export interface Fault {
  readonly at: NodeId;
  readonly code: string;
  readonly message: string;
}

/** How far a machine has come within one event: what it does next follows from this and the data. */
export interface Microstep {
  readonly active: readonly NodeId[];
  readonly history: Readonly<Record<string, readonly NodeId[]>>;
  /** The event at hand, and those that the machine has raised since. */
  readonly event: string;
  readonly raised: readonly string[];
  /** A transition that needs no event changed nothing: no other such is looked for. */
  readonly idle: boolean;
  /** All that was done for the event so far. */
  readonly marks: readonly Mark[];
}

/** One event on its way through a machine: the world it sees, and what comes of it. */
export class Run {
  readonly at: string;
  readonly environment: Environment;
  readonly marks: Mark[] = [];
  /** All that XState has asked, in order. */
  readonly calls: Called[] = [];
  /** XState's own list of events that the machine has raised, once a transition was taken. */
  queue: readonly { readonly type: string }[] | undefined;
  fault: Fault | undefined;
  /** What whoever answers in place of the data has thrown: it is for the caller, not for XState. */
  broken: unknown;
  #left: number;
  readonly #event: MachineEvent;
  /** What was answered before XState was asked, in the order in which it will ask. */
  readonly #told: Answer[] = [];

  constructor(at: string, environment: Environment, budget: number, event: MachineEvent) {
    this.#event = event;
    this.at = at;
    this.environment = environment;
    this.#left = budget;
  }

  /** Answers in XState's place, on a way that it is known to go. */
  tell(call: Call, context: Data, inner: MachineEvent | undefined): Answer {
    const answer = call(this, context, inner ?? this.#event);
    this.#told.push(answer);
    return answer;
  }

  /** XState asks; what it has been told already is not asked a second time. The event that begins a machine brings its data as `input`. */
  ask(call: Call, context: Data, event: MachineEvent): Answer {
    const inner = event === this.#event || 'input' in event ? undefined : event;
    const answer = this.calls.length < this.#told.length ? this.#told[this.calls.length] : call(this, context, inner ?? this.#event);
    this.calls.push({ call, inner, answer });
    return answer;
  }

  /** A transition is taken; stops a runaway. */
  take(id: NodeId, mark: Mark): void {
    this.#left -= 1;
    if (this.#left < 0) this.fail(id, 'runaway', `expected the machine to come to rest, but it was still moving at state ${id} when its step budget was used up`);
    this.marks.push(mark);
  }

  /** The value of an expression that must not rest on missing data. */
  worth(id: NodeId, what: string, text: string, data: Data, flow?: FlowId): Json {
    const result = this.#valueOf(text, data, flow);
    if ('failed' in result) return this.fail(id, 'expression', `expected ${what} of state ${id} "${text}" to be valid FEEL, but ${result.failed}`);
    if (result.missing.length > 0) return this.fail(id, 'missing-data', `expected ${what} of state ${id} "${text}" to find its data, but there is no ${result.missing.join(', ')}`);
    return result.value;
  }

  worths(id: NodeId, what: string, texts: Readonly<Record<string, string>>, data: Data): Data {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.worth(id, `${what} "${name}"`, text, data)]));
  }

  /** Named inputs. What nobody has answered yet is null: whoever receives them judges it. */
  inputs(id: NodeId, texts: Readonly<Record<string, string>>, data: Data): Data {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => {
      const result = this.#valueOf(text, data);
      return [name, 'failed' in result ? this.fail(id, 'expression', `expected the input "${name}" of state ${id} "${text}" to be valid FEEL, but ${result.failed}`) : result.value];
    }));
  }

  /** Missing data and anything but true or false is a fault: never a silent "no". */
  holds(id: NodeId, flow: FlowId, text: string, data: Data): boolean {
    const forced = this.environment.choices?.[id];
    if (forced) return forced.some((chosen) => chosen === flow || chosen.startsWith(`${flow}.`));
    const value = this.worth(id, `the guard of ${flow}`, text, data, flow);
    return typeof value === 'boolean' ? value : this.fail(id, 'condition', `expected the guard of ${flow} "${text}" to be true or false, but it is ${JSON.stringify(value)}`);
  }

  #valueOf(text: string, data: Data, flow?: FlowId): Value | Failed {
    try {
      return evaluation(this.environment, { text }, data, this.at, flow);
    } catch (error) {
      this.broken = error;
      throw error;
    }
  }

  /** Leaves the machine; whoever put the event to it finds the fault. */
  fail(at: NodeId, code: string, message: string): never {
    this.fault = { at, code, message };
    throw new Error(message);
  }
}
