import type { Rejection, Step } from '../engine/step.ts';
import type { Definition } from '../engine/definition.ts';
import type { Environment } from '../engine/environment.ts';
import type { Event, StartInstance } from '../engine/event.ts';
import type { State } from '../engine/state.ts';
import type { Store } from '../storage/store.ts';
import type { OutboxRow } from '../storage/tables/outbox.ts';
import type { Answer } from './answer.ts';
import type { Claimed, CompleteTask, DeliverMessage, FileDossier, ReleaseTask, RetryIncident, Standing, TaskCommand, Withdraw } from './command.ts';
import type { Connector } from './connector.ts';
import type { RunnableProcedure } from './procedure.ts';
import type { WorkingTime } from './working-time.ts';

/** The pure core, given so that the runtime can be tried without it. */
export interface Engine {
  start(definition: Definition, event: StartInstance, environment: Environment): Step | Rejection;
  transition(definition: Definition, state: State, event: Event, environment: Environment): Step | Rejection;
}

/** All that the runtime reaches the world with. */
export interface Surroundings {
  readonly store: Store;
  readonly engine: Engine;
  /** UTC instant, ISO 8601 with `Z` and milliseconds. */
  readonly now: () => string;
  /** Hard to guess, unique, safe in URLs. */
  readonly newId: () => string;
  /** In [0, 1): spreads retries. */
  readonly random: () => number;
  readonly loadProcedure: (hash: string) => Promise<RunnableProcedure | undefined>;
  /** The working time of a unit as its calendar is now. */
  readonly workingTime: (unitId: string) => Promise<WorkingTime>;
  readonly connectors: Readonly<Record<string, Connector>>;
  /** Hands a notice to a person (in-app, mail, SMS). Throws to be tried again; may be called twice with the same id. */
  readonly deliver: (notice: OutboxRow) => Promise<void>;
  /** Carries codes and ids, never personal data. */
  readonly log: (level: 'info' | 'warn' | 'error', event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
}

/** What one round of work did. */
export interface WorkDone {
  readonly timers: number;
  readonly connectors: number;
  readonly notices: number;
  /** When the next thing is due; null when nothing waits. */
  readonly nextAt: string | null;
}

export interface Verdict {
  readonly dossierId: string;
  readonly entries: number;
  /** Empty when the chain verifies, the replay gives the state, and a live dossier has something open. */
  readonly faults: readonly { readonly check: 'chain' | 'replay' | 'stuck' | 'rows'; readonly message: string; readonly seq?: number }[];
  /** True when the payloads were erased, so that the replay could not be made. */
  readonly erased: boolean;
}

/** The dossiers' life, made durable. Each command is one transaction; after it the worker is woken. */
export interface Runtime {
  file(command: FileDossier): Promise<Answer<Standing>>;
  claimTask(command: TaskCommand): Promise<Answer<Claimed>>;
  releaseTask(command: ReleaseTask): Promise<Answer<Claimed>>;
  completeTask(command: CompleteTask): Promise<Answer<Standing>>;
  message(command: DeliverMessage): Promise<Answer<Standing>>;
  withdraw(command: Withdraw): Promise<Answer<Standing>>;
  retryIncident(command: RetryIncident): Promise<Answer<Standing>>;
  /** Runs what is due now (timers in order, connector calls, notices), at most `batch` of each kind (default 50). */
  work(options?: { readonly batch?: number }): Promise<WorkDone>;
  /** Computes open timers, task limits and due dates again after a calendar changed; answers how many moved. */
  recomputeDeadlines(unitIds: readonly string[]): Promise<number>;
  verify(dossierId: string): Promise<Verdict>;
}
