import type { EventMeaning } from './event-meaning.ts';

/** Ends the scope it is thrown in and goes on where it is caught: nobody subscribes, it looks outwards for its catcher (failure.ts; BPMN 2.0.2, 10.5.1). */
export const errorEvent: EventMeaning<'error'> = {
  ends: ({ code }) => (code === undefined ? { do: 'throw' } : { do: 'throw', code }),
};
