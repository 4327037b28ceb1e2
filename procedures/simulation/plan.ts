import type { FlowId, NodeId } from '../../engine/definition.ts';

/** What a simulation supposes. Whatever is left out has a usual value, so that an empty plan runs. */
export interface SimulationPlan {
  /** When the first dossier may come, UTC. */
  readonly from: string;
  /** Working days over which dossiers come; those that have come are followed to their end. */
  readonly days: number;
  /** Dossiers a working day, on average. */
  readonly arrivals: number;
  /** How many people there are of each role; a role that is not named has as many as it takes. */
  readonly staff: Readonly<Record<string, number>>;
  /** Working minutes of work that a step takes on average, or, for what is waited for, until it comes. */
  readonly steps: Readonly<Record<NodeId, number>>;
  /** How often each way is taken, against the others of its gateway. */
  readonly ways: Readonly<Record<FlowId, number>>;
  /** The time by law, such as "7 working days". */
  readonly limit: string;
  /** The same seed gives the same run, and another version the same dossiers with the same luck. */
  readonly seed: number;
}

export interface StepLoad {
  readonly node: NodeId;
  readonly count: number;
  /** Working minutes between the moment it opened and the moment somebody began, and of work. */
  readonly waited: Spread;
  readonly worked: Spread;
}

export interface RoleLoad {
  readonly role: string;
  readonly people: number;
  /** Share of their working time that they work on these dossiers. */
  readonly busy: number;
  readonly longestQueue: number;
}

export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
}

export interface Simulated {
  readonly dossiers: number;
  /** Of those, how many came to an end. */
  readonly ended: number;
  /** How many did not go on: an incident, or nothing that could happen. */
  readonly stuck: number;
  /** Share of those with a legal clock that kept their day; null when there is no clock. */
  readonly inTime: number | null;
  /** Working minutes on the legal clock, pauses left out. */
  readonly clock: Spread;
  readonly steps: readonly StepLoad[];
  readonly roles: readonly RoleLoad[];
  /** True when it became too long and was cut. */
  readonly cut: boolean;
}
