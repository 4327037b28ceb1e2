import type { EventMeaning } from './event-meaning.ts';

/** Ends everything in its scope at once, without compensation (BPMN 2.0.2, 13.5.6). */
export const terminateEvent: EventMeaning<'terminate'> = {
  ends: () => ({ do: 'terminate' }),
};
