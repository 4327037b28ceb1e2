import type { FlowId, NodeId } from './definition.ts';

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
}

/** A running (sub-)process. Data belongs to the root in format 1. */
export interface Scope {
  readonly id: number;
  readonly node: NodeId;
  /** The token in the parent scope that waits for this scope; absent for the root. */
  readonly token?: number;
}

/** A message or timer that would wake `token` (at `node`, which may be a boundary or gateway branch). */
export interface Subscription {
  readonly id: number;
  readonly token: number;
  readonly node: NodeId;
  readonly event:
    | { readonly kind: 'message'; readonly name: string; readonly keys: Data }
    | { readonly kind: 'timer'; readonly type: 'date' | 'duration' | 'cycle'; readonly value: string; readonly from: string };
}

/**
 * What stands still until a person has mended the cause. Several tokens may wait on one incident
 * (a runaway stops them all). `retry` is what is done again: arrive at the element, do its work, or choose its way out.
 */
export interface Incident {
  readonly id: number;
  readonly token: number;
  readonly retry: 'arrive' | 'enter' | 'leave';
  readonly code: string;
  readonly message: string;
}

/** Facts about now only: no history, no forecast. Plain JSON. */
export interface State {
  readonly format: 1;
  readonly definition: string;
  readonly status: 'active' | 'completed' | 'terminated' | 'failed';
  readonly data: Data;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly subscriptions: readonly Subscription[];
  readonly incidents: readonly Incident[];
  /** The next id for tokens, scopes, subscriptions and incidents. */
  readonly next: number;
}
