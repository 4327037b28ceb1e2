import type { FlowId, NodeId } from './definition.ts';
import type { Data, Json } from './state.ts';

interface At {
  /** UTC instant, ISO 8601 with `Z`. The only clock the core knows. */
  readonly at: string;
  /** Who acts: an account id, or `system`. */
  readonly by: string;
}

/** Where a token is begun by hand: at an element, behind it as if it were done, or on the flow that leads to it. */
export interface Beginning {
  readonly place: 'before' | 'after' | 'along';
  readonly element: string;
  /** Which of several open scopes; by default the only one, or one that is opened for it. */
  readonly scope?: number;
}

/** A person moves an instance: tokens are taken away with all that is within them, data change, tokens begin. */
export interface Modify {
  readonly cancel: readonly number[];
  readonly begin: readonly Beginning[];
  readonly data?: Data;
  readonly reason: string;
}

/**
 * The instance goes on by another version of its definition. The event is put to the version it leaves; `environment.version`
 * gives the one it goes to. `mapping` names elements and flows whose id differs there.
 */
export interface Migrate {
  readonly from: string;
  readonly to: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Everything that can happen to an instance. The same events always give the same state. */
export type Event =
  /**
   * `part` names the event that has happened, of a start event that needs several: the instance waits for the others. `keys` stand
   * beside the message that begins it.
   */
  | (At & { readonly type: 'start'; readonly data: Data; readonly node?: NodeId; readonly part?: number; readonly keys?: Data })
  | (At & { readonly type: 'task.complete'; readonly token: number; readonly data?: Json })
  /** `message` says why, in a person's words; whoever catches it may keep it. */
  | (At & { readonly type: 'task.fail'; readonly token: number; readonly error: string; readonly message?: string; readonly data?: Json })
  | (At & { readonly type: 'job.complete'; readonly token: number; readonly data?: Json })
  | (At & { readonly type: 'job.fail'; readonly token: number; readonly error?: string; readonly code: string; readonly message: string; readonly data?: Json })
  /** `subscription` names the one it is for, when several wait for the same name and keys; otherwise the oldest gets it. */
  | (At & { readonly type: 'message'; readonly name: string; readonly keys?: Data; readonly data?: Json; readonly subscription?: number })
  /** Reaches everyone who waits for the name. */
  | (At & { readonly type: 'signal'; readonly name: string; readonly data?: Json })
  | (At & { readonly type: 'task.escalate'; readonly token: number; readonly escalation: string; readonly message?: string; readonly data?: Json })
  /** A step of an ad-hoc sub-process, whose token waits for its scope, is begun; or the whole is declared done. */
  | (At & { readonly type: 'adHoc.begin'; readonly token: number; readonly node: NodeId; readonly data?: Data })
  /** `waits`: what still runs in it is finished first; otherwise it is cancelled. */
  | (At & { readonly type: 'adHoc.complete'; readonly token: number; readonly waits?: true })
  | (At & { readonly type: 'timer'; readonly subscription: number })
  /** Whatever a subscription waits for happens: for tests and for trying out, where nobody can make a condition hold. */
  | (At & { readonly type: 'happen'; readonly subscription: number; readonly data?: Json })
  | (At & { readonly type: 'data'; readonly data: Data })
  | (At & { readonly type: 'incident.retry'; readonly incident: number; readonly data?: Data })
  /** The element is left as if it were done; `data` is what is kept instead of what it would have given. */
  | (At & { readonly type: 'incident.skip'; readonly incident: number; readonly data?: Data; readonly reason: string })
  | (At & Modify & { readonly type: 'modify' })
  | (At & Migrate & { readonly type: 'migrate' })
  | (At & { readonly type: 'cancel'; readonly reason: string })
  | (At & { readonly type: 'choose'; readonly gateway: NodeId; readonly flows: readonly FlowId[] });

/** The start of an instance. */
export type StartInstance = Extract<Event, { type: 'start' }>;
