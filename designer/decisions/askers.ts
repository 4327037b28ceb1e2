import type { Handed } from './handed.ts';

/** What the process is told of its tables. */
export interface Askers {
  /** Has the steps that ask a file's decisions hand them an input; without `feel` no more. */
  readonly give: (file: string, name: string, feel: string | undefined) => void;
  /** Has a step ask a decision, or a state of a statechart when it is entered. */
  readonly ask: (step: string, reference: string, inputs: readonly Handed[]) => void;
  readonly onStep: (id: string) => void;
}
