import type { Definition } from '../../engine/definition.ts';
import { playStory } from '../../engine/testing/counterexample.ts';

/** One step of a story as it is shown. */
export interface Frame {
  /** The step that is done or the event that happens; nothing at the start. */
  readonly element?: string;
  /** Flows that were chosen where another could have been. */
  readonly chosen: readonly string[];
  /** All flows that tokens take by it, in order. */
  readonly taken: readonly string[];
  /** Where tokens rest after it; twice where two do. */
  readonly at: readonly string[];
}

/** A story of the proof (engine/soundness) step by step, played by the transition function that runs it. */
export const framesOf = (definition: Definition, story: readonly string[]): readonly Frame[] => {
  const frames: Frame[] = [];
  let seen = 0;
  playStory(definition, story, ({ trace, state }, { element, flows }) => {
    const taken = trace.slice(seen).filter(({ did }) => did === 'take').map((visit) => visit.element);
    seen = trace.length;
    const at = state.tokens.filter((token) => token.wait.on !== 'scope' && token.at !== definition.id).map((token) => token.at);
    frames.push({ ...(element !== undefined && { element }), chosen: flows, taken, at });
  });
  return frames;
};
