import type { EventMeaning } from './event-meaning.ts';

/** Leaves the transaction around by its cancel boundary event, once what was done in it is compensated (roll-back.ts; BPMN 2.0.2, 13.5.6). */
export const cancelEvent: EventMeaning<'cancel'> = {
  ends: () => ({ do: 'cancel', phase: 'leave' }),
};
