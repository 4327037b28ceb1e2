import type { NodeId } from './definition.ts';
import type { Data } from './state.ts';

/**
 * What the world is asked to do, as data. `key` is unique within the instance and stable under replay:
 * whoever performs an effect uses it to do so once.
 */
export type Effect = { readonly key: string } & (
  | { readonly type: 'task.open'; readonly token: number; readonly node: NodeId }
  | { readonly type: 'task.close'; readonly token: number; readonly node: NodeId; readonly reason: 'completed' | 'cancelled' }
  | { readonly type: 'timer.set'; readonly subscription: number; readonly node: NodeId; readonly timer: { readonly type: 'date' | 'duration' | 'cycle'; readonly value: string }; readonly from: string }
  | { readonly type: 'timer.cancel'; readonly subscription: number; readonly node: NodeId }
  | { readonly type: 'message.subscribe'; readonly subscription: number; readonly node: NodeId; readonly name: string; readonly keys: Data }
  | { readonly type: 'message.unsubscribe'; readonly subscription: number; readonly node: NodeId }
  | { readonly type: 'message.send'; readonly node: NodeId; readonly name: string; readonly keys: Data; readonly data: Data }
  | { readonly type: 'signal.subscribe'; readonly subscription: number; readonly node: NodeId; readonly name: string }
  | { readonly type: 'signal.unsubscribe'; readonly subscription: number; readonly node: NodeId }
  /** For every other instance; within its own the signal has already been caught. */
  | { readonly type: 'signal.send'; readonly node: NodeId; readonly name: string; readonly data: Data }
  | { readonly type: 'job.request'; readonly token: number; readonly node: NodeId; readonly connector: string; readonly inputs: Data }
  | { readonly type: 'job.cancel'; readonly token: number; readonly node: NodeId }
  | { readonly type: 'clock'; readonly node: NodeId; readonly action: 'start' | 'limit' | 'pause' | 'resume' | 'end'; readonly cause?: string }
  | { readonly type: 'dossier.state'; readonly node: NodeId; readonly state: number }
  | { readonly type: 'incident.raise'; readonly incident: number; readonly token: number; readonly node: NodeId; readonly code: string; readonly message: string }
  | { readonly type: 'incident.resolve'; readonly incident: number; readonly node: NodeId }
  /** What waits goes on under another version of the definition; `was` is the element's id in the former one. */
  | { readonly type: 'follow'; readonly kind: 'task' | 'job' | 'subscription' | 'incident'; readonly reference: number; readonly node: NodeId; readonly was: NodeId }
  | { readonly type: 'close'; readonly status: 'completed' | 'terminated' | 'failed' }
);

/** Where tokens went, in order: for coverage, the journal and simulation. */
export interface Visit {
  readonly element: string;
  readonly did: 'enter' | 'leave' | 'cancel' | 'take';
}
