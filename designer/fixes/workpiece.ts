import type { StepTexts } from '../process/step.ts';

/** A process as fixes change it, drawn or a statechart; each change is one step of undo. */
export interface Workpiece {
  /** What a step says; nothing where there is no such step. */
  readonly stepAt: (id: string) => StepTexts | undefined;
  /** What every step of a person says. */
  readonly steps: () => readonly StepTexts[];
  /** Says something of several steps, by their ids. */
  readonly setTexts: (texts: Readonly<Record<string, Partial<StepTexts>>>) => void;
  /** Writes every expression of a step or way anew. */
  readonly rewrite: (id: string, put: (feel: string) => string) => void;
}
