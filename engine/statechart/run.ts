import type { FlowId, NodeId } from '../definition.ts';
import type { Environment } from '../environment.ts';
import { evaluation } from '../evaluation.ts';
import type { Failed, Value } from '../expression/feel.ts';
import type { Data, Json } from '../state.ts';

/** What a machine did with one event, in order. */
export type Mark =
  | { readonly did: 'exit' | 'enter'; readonly id: NodeId }
  | { readonly did: 'take'; readonly flows: readonly FlowId[] }
  | { readonly did: 'signal'; readonly id: NodeId; readonly name: string; readonly data: Data }
  | { readonly did: 'emit'; readonly id: NodeId; readonly name: string; readonly keys: Data; readonly data: Data };

/** A fault of model or data: the event is not taken, and nothing of it is kept. `at` is the state whose expression it was. */
export interface Fault {
  readonly at: NodeId;
  readonly code: string;
  readonly message: string;
}

/** One event on its way through a machine: the world it sees, and what comes of it. */
export class Run {
  readonly at: string;
  readonly environment: Environment;
  readonly marks: Mark[] = [];
  fault: Fault | undefined;
  /** What whoever answers in place of the data has thrown: it is for the caller, not for XState. */
  broken: unknown;
  #left: number;

  constructor(at: string, environment: Environment, budget: number) {
    this.at = at;
    this.environment = environment;
    this.#left = budget;
  }

  /** A transition is taken; stops a runaway. */
  take(id: NodeId, flows: readonly FlowId[]): void {
    this.#left -= 1;
    if (this.#left < 0) this.fail(id, 'runaway', `expected the machine to come to rest, but it was still moving at state ${id} when its step budget was used up`);
    this.marks.push({ did: 'take', flows });
  }

  /** The value of an expression that must not rest on missing data. */
  worth(id: NodeId, what: string, text: string, data: Data): Json {
    const result = this.#valueOf(text, data);
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
    const value = this.worth(id, `the guard of ${flow}`, text, data);
    return typeof value === 'boolean' ? value : this.fail(id, 'condition', `expected the guard of ${flow} "${text}" to be true or false, but it is ${JSON.stringify(value)}`);
  }

  #valueOf(text: string, data: Data): Value | Failed {
    try {
      return evaluation(this.environment, { text }, data, this.at);
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
