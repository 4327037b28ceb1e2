import type { EventMeaning } from './event-meaning.ts';

/** Has what was done undone, by handlers that wait for nothing before (compensation.ts; BPMN 2.0.2, 10.7). */
export const compensationEvent: EventMeaning<'compensation'> = {
  throws: (_context, { activity, wait }) => ({ value: { throws: [], compensate: { wait, ...(activity !== undefined && { activity }) } } }),
};
