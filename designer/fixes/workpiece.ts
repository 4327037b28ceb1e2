import type { StepText, StepTexts } from '../process/step.ts';

/** A process as fixes change it, drawn or a statechart; each change is one step of undo. */
export interface Workpiece {
  /** What a step says; nothing where there is no such step. */
  readonly stepAt: (id: string) => StepTexts | undefined;
  /** Says the same thing of several steps: what, by their ids. */
  readonly setTexts: (word: StepText, texts: Readonly<Record<string, string>>) => void;
  /** Writes every expression of a step or way anew. */
  readonly rewrite: (id: string, put: (feel: string) => string) => void;
}
