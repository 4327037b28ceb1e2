import type { Body, Definition, FlowId, Kind, Node, NodeId, NodeOf } from '../definition.ts';
import type { Correlation } from '../conversing.ts';
import type { Environment } from '../environment.ts';
import type { Data, Json, Subscription, Token } from '../state.ts';

/** A token on its way: it stands at an element but does not rest there yet. */
export type Moving = Pick<Token, 'id' | 'at' | 'scope'> & { readonly via?: FlowId | undefined };

/** Tokens that rest at a join, oldest first, by the flow they came in on. */
export type Arrivals = ReadonlyMap<FlowId, readonly number[]>;

/** What an element may imagine otherwise when it looks at a place. */
export type Change = Partial<Pick<Context, 'data' | 'node' | 'arrivals'>>;

/** All that an element may look at when it decides. It cannot be spread: what it says is looked up when asked for. */
export interface Context<N extends Node = Node> {
  readonly definition: Definition;
  readonly environment: Environment;
  readonly at: string;
  /** All that the token sees: its own values, those of the scopes around it, and the instance's data. */
  readonly data: Data;
  /** How the process in which it stands tells messages apart, and what they have said so far. */
  readonly correlation: Correlation;
  /** The token's own values alone: mapped inputs, and what a loop gives each turn. */
  readonly own: Data;
  readonly node: N;
  readonly token: Moving;
  /** How many tokens already wait here to be joined. */
  readonly waiting: number;
  /** Those tokens, the one that came first first. */
  readonly gathered: readonly Token[];
  /** The same by the flow they came in on. */
  readonly arrivals: Arrivals;
  /** Flows with which a complex gateway has gone on and not been reset since. */
  readonly fired: readonly FlowId[];
  /** Every resting token of the token's own scope. */
  readonly resting: readonly Token[];
  /** The same place seen otherwise, such as with more data. */
  seeing<With extends Change>(change: With): this & With;
}

/** A fault of model, data or decision; the token rests until a person has mended it. */
export interface Failure {
  readonly do: 'incident';
  readonly code: string;
  readonly message: string;
}

export type Subscribing = Pick<Subscription, 'node' | 'part' | 'event'>;

/** What is thrown on the way, in order. An escalation or signal may end the thrower itself. */
export type Thrown =
  | { readonly kind: 'message'; readonly name: string; readonly keys: Data; readonly data: Data }
  | { readonly kind: 'signal'; readonly name: string; readonly data: Data }
  | { readonly kind: 'escalation'; readonly code?: string };

/** What an element proposes. Only fold.ts turns it into state and effects. */
export type Move =
  /** Done here: keep the answer, merge the other tokens into this one, throw, and go on. */
  | { readonly do: 'leave'; readonly answer?: Json; readonly merge?: readonly number[]; readonly throws?: readonly Thrown[] }
  /** As `leave`, for a complex gateway that waited for its start: remember the flows with which it goes on. */
  | { readonly do: 'fire'; readonly merge: readonly number[]; readonly fired: readonly FlowId[] }
  /** One token on each flow; none means that the token ends here. */
  | { readonly do: 'take'; readonly flows: readonly FlowId[] }
  | { readonly do: 'wait'; readonly for: 'task' }
  /** `beside`: others wait here already for one token of each flow, so that this one changes nothing in what can still come. */
  | { readonly do: 'wait'; readonly for: 'join'; readonly beside?: boolean }
  | { readonly do: 'wait'; readonly for: 'job'; readonly connector: string; readonly inputs: Data }
  | { readonly do: 'wait'; readonly for: 'event' | 'gateway'; readonly subscribe: readonly Subscribing[] }
  /** A scope within; a called process knows only `own`. */
  | { readonly do: 'open'; readonly body: Body; readonly called?: string; readonly own?: Data }
  /** A complex gateway takes in those who came later, goes on for them and waits for its start again. */
  | { readonly do: 'reset'; readonly merge: readonly number[] }
  | { readonly do: 'terminate' }
  | { readonly do: 'throw'; readonly code?: string }
  | { readonly do: 'compensate'; readonly activity?: NodeId; readonly wait: boolean; readonly throws: readonly Thrown[] }
  /** Ends the transaction around: `undo` begins by compensating it, `leave` goes out by its cancel boundary event. */
  | { readonly do: 'cancel'; readonly phase: 'undo' | 'leave' }
  | Failure;

/** One BPMN element: it decides and never changes anything. */
export interface Element<K extends Kind> {
  /** A token arrives, or its work is tried again: what is proposed then, or always. */
  readonly enter: Move | ((context: Context<NodeOf<K>>) => Move);
  /** Which ways a token takes when the element is done: all of them, whatever they say; default: sequence-flow.ts. */
  readonly leave?: 'all' | ((context: Context<NodeOf<K>>) => Move);
  /** For joins that look at the whole graph: asked once nothing moves any more. `context.token` is the oldest that waits, if any does. */
  recheck?(context: Context<NodeOf<K>>): Move | undefined;
}
