import type { Effect, Visit } from './effect.ts';
import type { State } from './state.ts';

/** The outcome of an accepted event: the new state, what the world shall do, and where tokens went. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
  readonly visits: readonly Visit[];
}

/** The caller's fault: nothing changed. `message` says what was expected, what came, and where. */
export interface Rejection {
  readonly rejected: 'closed' | 'started' | 'no-start' | 'no-task' | 'no-job' | 'no-timer' | 'no-message' | 'no-signal' | 'no-ad-hoc' | 'no-event' | 'no-incident' | 'no-gateway' | 'no-token' | 'no-place' | 'no-version' | 'bad-data';
  readonly message: string;
  readonly element?: string;
}
