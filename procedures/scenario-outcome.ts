import type { Definition } from '../engine/definition.ts';
import type { Data, State } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';

/** What came of a scenario, in the words of its expectation; whoever lived it: the player in memory or the house itself. */
export interface Outcome {
  readonly path: readonly string[];
  readonly letters: readonly string[];
  readonly states: readonly number[];
  readonly status: State['status'];
  readonly due: string | null;
  readonly verdict: 'early' | 'on_time' | 'late' | null;
  readonly fee: number | null;
  readonly data: Data;
  /** Elements where the dossier waits at the end, for a person, a machine or an event. */
  readonly open: readonly string[];
  /** Every element that was entered, in the order in which each was first. */
  readonly visited: ReadonlySet<string>;
}

/** Of the elements that were entered, the steps and ends. */
export const pathOf = ({ nodes }: Definition, entered: readonly string[]): readonly string[] => entered.filter((id) => /Task$|^endEvent$/.test(nodes[id]?.kind ?? ''));

/** The whole fee in đồng, as the step that counts it has kept it; null when none has. */
export const feeIn = ({ fee }: Data): number | null => (isObject(fee) && typeof fee['total'] === 'number' ? fee['total'] : null);

/** Where a dossier waits, for a person, a machine or an event. */
export const waitingAt = ({ tokens }: Pick<State, 'tokens'>): readonly string[] => tokens.flatMap(({ at, wait }) => (wait.on === 'task' || wait.on === 'job' || wait.on === 'event' ? [at] : []));
