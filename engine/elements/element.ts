import type { Definition, FlowId, Kind, Node, NodeId, NodeOf } from '../definition.ts';
import type { Environment } from '../environment.ts';
import type { Data, Json, Subscription, Token } from '../state.ts';

/** A token on its way: it stands at an element but does not rest there yet. */
export type Moving = Omit<Token, 'wait'>;

/** Tokens that rest at a join, oldest first, by the flow they came in on. */
export type Arrivals = ReadonlyMap<FlowId, readonly number[]>;

/** All that an element may look at when it decides. */
export interface Context<N extends Node = Node> {
  readonly definition: Definition;
  readonly environment: Environment;
  readonly at: string;
  readonly data: Data;
  readonly node: N;
  readonly token: Moving;
  /** Who already waits here; empty unless the element joins. */
  readonly arrivals: Arrivals;
  /** Every resting token of the token's own scope. */
  readonly resting: () => Iterable<Token>;
}

/** A fault of model, data or decision; the token rests until a person has mended it. */
export interface Failure {
  readonly do: 'incident';
  readonly code: string;
  readonly message: string;
}

export interface Subscribing {
  readonly node: NodeId;
  readonly event: Subscription['event'];
}

export interface Sending {
  readonly name: string;
  readonly keys: Data;
  readonly data: Data;
}

/** What an element proposes. Only fold.ts turns it into state and effects. */
export type Move =
  /** Done here: keep the answer, merge the other tokens into this one, send, and go on. */
  | { readonly do: 'leave'; readonly answer?: Json; readonly merge?: readonly number[]; readonly send?: Sending }
  /** One token on each flow; none means that the token ends here. */
  | { readonly do: 'take'; readonly flows: readonly FlowId[] }
  | { readonly do: 'wait'; readonly for: 'task' | 'join' }
  | { readonly do: 'wait'; readonly for: 'job'; readonly connector: string; readonly inputs: Data }
  | { readonly do: 'wait'; readonly for: 'event' | 'gateway'; readonly subscribe: readonly Subscribing[] }
  | { readonly do: 'open'; readonly starts: readonly NodeId[] }
  | { readonly do: 'terminate' }
  | { readonly do: 'throw'; readonly code?: string }
  | Failure;

/** One BPMN element: it decides and never changes anything. */
export interface Element<K extends Kind> {
  /** A token arrives, or its work is tried again. */
  enter(context: Context<NodeOf<K>>): Move;
  /** Which ways a token takes when the element is done; default: outgoing.ts. */
  leave?(context: Context<NodeOf<K>>): Move;
  /** For joins that look at the whole graph: asked once nothing moves any more. `context.token` is the oldest that waits. */
  recheck?(context: Context<NodeOf<K>>): Move | undefined;
}
