import type { FlowId, NodeId } from './definition.ts';
import type { MachineEvent } from './statechart/machine.ts';

/** All values that stand in a dossier's data: JSON, nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Data = { readonly [key: string]: Json };

/**
 * Why a token rests. Ids are deterministic counters, unique within the instance.
 * `job` is work for the machine; `incident` remembers what it will do again once a person has mended the cause.
 */
export type Wait =
  | { readonly on: 'task' }
  | { readonly on: 'job'; readonly connector: string }
  | { readonly on: 'event' }
  | { readonly on: 'gateway' }
  | { readonly on: 'join' }
  | { readonly on: 'scope'; readonly scope: number }
  | { readonly on: 'incident'; readonly incident: number };

export interface Token {
  readonly id: number;
  readonly at: NodeId;
  /** The scope instance it lives in; 0 is the process itself. */
  readonly scope: number;
  readonly via?: FlowId;
  readonly wait: Wait;
  /** Values that only this stay knows, such as mapped inputs or the entry of a multi-instance activity. */
  readonly own?: Data;
}

/** Counts of an activity that is done several times. Ids of its tokens are those in the scope. */
export interface Turns {
  /** How many there will be; absent while a condition decides. */
  readonly total?: number;
  readonly begun: number;
  readonly done: number;
  /** The collection, as it was when the activity was entered. */
  readonly entries?: readonly Json[];
  /** Outputs by instance, in the order of the collection; null until the instance is done. */
  readonly results?: readonly Json[];
  /** What each finished instance knew of itself, the first that was done first; kept when a handler can undo them one by one. */
  readonly known?: readonly Data[];
}

/** What the first message of a conversation brought, by correlation key and property. */
export type Told = Readonly<Record<string, Data>>;

/** A running process, sub-process, called process, loop or compensation. */
export interface Scope {
  readonly id: number;
  readonly node: NodeId;
  /** The token in the parent scope that waits for this scope; absent for the root. */
  readonly token?: number;
  /** Values of this scope alone; the root's are the instance's data. */
  readonly own?: Data;
  /** A called process: what lies outside is not seen from inside. */
  readonly called?: string;
  /** What messages have first said in a called process, as `conversation` of the state for the instance. */
  readonly conversation?: Told;
  /** An interrupting event sub-process has ended what ran here: nothing else may interrupt any more. */
  readonly interrupted?: true;
  readonly turns?: Turns;
  /** Incoming flows a complex gateway went on with, until the others have come too. */
  readonly fired?: Readonly<Record<NodeId, readonly FlowId[]>>;
  /** Compensation under way: records still to be compensated, the last one first. */
  readonly undo?: readonly number[];
  /** The scope that is compensated here: it was closed under this id. */
  readonly undoes?: number;
}

/** What has been done in a scope and may be compensated. `inner` is the id the activity's own scope had. */
export interface Compensation {
  readonly id: number;
  readonly node: NodeId;
  readonly scope: number;
  readonly inner?: number;
  /** The activity was ended before it was done: only what was done in it is undone, never the whole. */
  readonly partial?: true;
  /** What the token that did it knew alone: mapped inputs, or of one of several instances its entry and number. */
  readonly values?: Data;
  /** What the closed scope knew alone, and the process it ran when it was a called one, with what messages had said in it. */
  readonly own?: Data;
  readonly called?: string;
  readonly conversation?: Told;
}

/**
 * What would wake `token` (at `node`, which may be a boundary or gateway branch) or, without a token,
 * begin in `scope` the event sub-process whose start event is `node`. `part` numbers the events of a multiple event.
 */
export interface Subscription {
  readonly id: number;
  readonly token?: number;
  readonly scope?: number;
  readonly node: NodeId;
  readonly part?: number;
  readonly event:
    | { readonly kind: 'message'; readonly name: string; readonly keys: Data }
    | { readonly kind: 'timer'; readonly type: 'date' | 'duration' | 'cycle'; readonly value: string; readonly from: string }
    | { readonly kind: 'signal'; readonly name: string }
    /** `held`: whether the condition held when it was last asked; it happens when it begins to hold. */
    | { readonly kind: 'conditional'; readonly held: boolean };
}

/**
 * What stands still until a person has mended the cause. Several tokens may wait on one incident
 * (a runaway stops them all). `retry` is what is done again: arrive at the element, do its work, choose its way out,
 * or watch for the events of event sub-processes before the first step.
 */
export interface Incident {
  readonly id: number;
  readonly token: number;
  readonly retry: 'arrive' | 'enter' | 'leave' | 'watch';
  readonly code: string;
  readonly message: string;
  /** Of a statechart: the event that could not be taken, and will be taken again. */
  readonly event?: MachineEvent;
}

/** Facts about now only: no history, no forecast. Plain JSON. */
export interface State {
  readonly format: 2;
  readonly definition: string;
  readonly status: 'active' | 'completed' | 'terminated' | 'failed';
  readonly data: Data;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly subscriptions: readonly Subscription[];
  readonly incidents: readonly Incident[];
  /** Oldest first; absent when there are none. */
  readonly compensations?: readonly Compensation[];
  /** What the first message of a conversation brought. */
  readonly conversation?: Told;
  /** Of a statechart: the states to go back to, by the history state that remembers them. */
  readonly history?: Readonly<Record<string, readonly NodeId[]>>;
  /** The next id for tokens, scopes, subscriptions and incidents. */
  readonly next: number;
}
