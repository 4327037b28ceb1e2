import type { EventDefinition, Node, NodeId } from '../definition.ts';
import type { Answer } from './ask.ts';
import type { Context, Move, Subscribing, Thrown } from './element.ts';

export type EventOf<K extends EventDefinition['kind']> = Extract<EventDefinition, { readonly kind: K }>;

export interface Throwing {
  readonly throws: readonly Thrown[];
  /** What is compensated besides; `wait` until that is done. */
  readonly compensate?: { readonly activity?: NodeId; readonly wait: boolean };
}

/** One kind of event, wherever it stands: what it means to wait for it, to throw it and to end with it. It decides and never changes anything. */
export interface EventMeaning<K extends EventDefinition['kind']> {
  /** What the catching element `node` waits for, spelled out with the data of now. Absent: it is caught as it is thrown, or there is nothing to wait for. */
  awaits?(context: Context, node: Node, event: EventOf<K>, part?: number): Answer<readonly Subscribing[]>;
  /** What is thrown on the way and at an end. */
  throws?(context: Context, event: EventOf<K>): Answer<Throwing>;
  /** What consuming its token at an end does to the scopes around. Absent: nothing. */
  ends?(event: EventOf<K>): Move | undefined;
}

/** A subscription to one thing. */
export const awaiting = (node: Node, event: Subscribing['event'], part?: number): Answer<readonly Subscribing[]> =>
  ({ value: [{ node: node.id, ...(part !== undefined && { part }), event }] });
