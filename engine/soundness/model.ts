import type { Definition, NodeId } from '../definition.ts';
import type { Json, State } from '../state.ts';
import type { Facts } from './facts.ts';
import { chartQuestions } from './chart-questions.ts';
import type { Questions } from './question.ts';
import { questionsOf } from './questions.ts';

/** A message flow between two processes, by the elements at its ends. */
export interface Flowing {
  readonly id: string;
  readonly source: NodeId;
  readonly target: NodeId;
}

export interface Proven {
  readonly definition: Definition;
  readonly questions: Questions;
}

/** What is proven: one process to which any message may come, or several with the only messages there are. */
export interface Model {
  readonly processes: readonly Proven[];
  readonly flows?: readonly Flowing[];
}

/** One process of the model, as far as it has come. */
export interface Slot {
  readonly state: State;
  readonly facts: Facts;
}

/** Where the model stands. Messages on their way are an unordered bag, counted by flow. */
export interface Place {
  readonly slots: readonly (Slot | undefined)[];
  readonly bag: ReadonlyMap<string, number>;
  /** End events of the processes that were reached; twice when by more than one token. */
  readonly ended: readonly string[];
}

/** A cycle comes once, as all that does not interrupt: what follows a second time is no different. */
const once = (definition: Definition): Definition => JSON.parse(JSON.stringify(definition), (_key, value: unknown) => {
  const timer = value as { type?: string; value?: unknown } | null;
  return timer?.type === 'cycle' && timer.value !== undefined ? { type: 'cycle', value: 'R1/PT1H' } : value;
}) as Definition;

export const modelOf = (definition: Definition, given?: ReadonlyMap<string, readonly Json[]>): Model => ({ processes: [proven(once(definition), given)] });

export const collaborationOf = (definitions: readonly Definition[], flows: readonly Flowing[]): Model =>
  ({ processes: definitions.map((definition) => proven(once(definition))), flows });

export const proven = (definition: Definition, given?: ReadonlyMap<string, readonly Json[]>): Proven =>
  ({ definition, questions: definition.machine ? chartQuestions(definition, definition.machine, given) : questionsOf(definition, given) });
