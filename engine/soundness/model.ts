import { measureOf, type Measure } from '../calendar/working-minutes.ts';
import type { Definition, Node, NodeId } from '../definition.ts';
import type { State } from '../state.ts';
import { watched } from './calls.ts';
import type { Facts, Given } from './facts.ts';
import { chartQuestions } from './chart-questions.ts';
import type { Questions } from './question.ts';
import { questionsOf } from './questions.ts';

/** A message flow between two processes, by the elements at its ends. */
export interface Flowing {
  readonly id: string;
  readonly source: NodeId;
  readonly target: NodeId;
  /** Which of several messages of its ends it carries, where that is known. */
  readonly message?: string;
}

/** Whether a flow can carry a message of this name. */
export const carries = ({ message }: Flowing, name: string): boolean => message === undefined || message === name;

export interface Proven {
  readonly definition: Definition;
  readonly questions: Questions;
  /** In what the time is measured that steps and waits take. */
  readonly measure: Measure;
}

/** What is proven: one process to which any message may come, or several with the only messages there are. */
export interface Model {
  readonly processes: readonly Proven[];
  readonly flows?: readonly Flowing[];
  /** Of choices that do not touch each other, not every combination is tried. */
  readonly covers: boolean;
  /** What was answered is known no more once it is written anew before anybody asks. */
  readonly forgets: boolean;
  /** Ways through a single step that are tried at most. */
  readonly ways: number;
  /** Whether the time for the proof is over. */
  readonly isLate: () => boolean;
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

/** A cycle of which nobody knows when it comes round: months are of no one length. */
const unknown = 'R1/P1M';

/** A cycle comes once, as all that does not interrupt: what follows a second time is no different. */
const once = (definition: Definition): Definition => JSON.parse(JSON.stringify(definition), (_key, value: unknown) => {
  const timer = value as { type?: string; value?: unknown } | null;
  return timer?.type === 'cycle' && timer.value !== undefined ? { type: 'cycle', value: typeof timer.value === 'string' && timer.value.startsWith('R') ? timer.value.replace(/^R\d*\/(.+\/)?/, 'R1/') : unknown } : value;
}) as Definition;

/** Two turns stand for any greater number, as two instances do. */
const mostTurns = 2;

const shorter = (node: Node): Node => (node.loop?.kind === 'standard' && node.loop.maximum !== undefined ? { ...node, loop: { ...node.loop, maximum: Math.min(node.loop.maximum, mostTurns) } } : node);

const prepared = (definition: Definition): Definition => {
  const { nodes, ...rest } = once(definition);
  return { ...rest, nodes: Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, watched(shorter(node))])) };
};

/** Without haste: as many ways as any sensible step has, for as long as it takes. */
export const unhurried = { covers: true, forgets: true, ways: 2_000, isLate: () => false } as const;

export const modelOf = (definition: Definition, given?: Given): Model => ({ processes: [proven(prepared(definition), given)], ...unhurried });

export const collaborationOf = (definitions: readonly Definition[], flows: readonly Flowing[]): Model =>
  ({ processes: definitions.map((definition) => proven(prepared(definition))), flows, ...unhurried });

export const proven = (definition: Definition, given?: Given): Proven =>
  ({ definition, questions: definition.machine ? chartQuestions(definition, definition.machine, given) : questionsOf(definition, given), measure: measureOf() });

/** The same model where data have only some of their values: of one process. */
export const held = (model: Model, given: Given): Model => ({ ...model, processes: model.processes.map(({ definition }) => proven(definition, given)) });

/** The same model, its time measured in another way. */
export const measured = (model: Model, measure: Measure): Model => ({ ...model, processes: model.processes.map((each) => ({ ...each, measure })) });
