import type { Definition, Expression, FlowId, NodeId } from './definition.ts';
import type { EvaluatedDecision } from './decision/evaluate.ts';
import type { Draft } from './draft.ts';
import type { Data, Json } from './state.ts';
import type { Microstep } from './statechart/run.ts';

/** A definition and what it is evaluated with. */
export interface Version {
  readonly definition: Definition;
  readonly environment: Environment;
}

/**
 * What the pure core needs from outside to evaluate a model: a decision by reference.
 * It must itself be pure: the same arguments give the same answer.
 */
export interface Environment {
  /** Evaluates `file#decision`, or a decision that is named alone, over the data. A failure becomes an incident with this message. */
  readonly decide?: (reference: string, input: Data, at: string) => { readonly value: Json; readonly evaluated?: () => readonly EvaluatedDecision[] } | { readonly failed: string };
  /** Another version of the definition, by the reference that a `migrate` event names, with what it needs itself. */
  readonly version?: (reference: string) => Version | undefined;
  /** Automatic steps allowed for one event before it is stopped as a runaway (default 20,000). */
  readonly budget?: number;
  /** Tokens that may rest in an instance at once; those that come when there are so many are held up (default 1,000). */
  readonly crowd?: number;
  /** A sketch is tried out: an error that no one catches ends its token alone, not the instance. */
  readonly sketch?: true;
  /** Ways out that are forced instead of asking conditions: for tests and simulation only. */
  readonly choices?: Readonly<Record<NodeId, readonly FlowId[]>>;
  /** Answers every expression of the definition in place of the data: for proofs, which try all answers, and simulation. A guard of a statechart comes with the way that it opens; the data hold what the engine itself says, such as how many tokens have come. */
  readonly answers?: (expression: Expression, flow: FlowId | undefined, data: Data) => Json;
  /** Told between automatic steps how far an event has come: for proofs, which follow nothing twice. */
  readonly watch?: (now: Draft | Microstep) => void;
}
