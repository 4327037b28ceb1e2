import type { EventMeaning } from './event-meaning.ts';

/** Looks outwards for its catcher as an error does (failure.ts), but need not be caught and need not end anything (BPMN 2.0.2, 10.5.1). */
export const escalationEvent: EventMeaning<'escalation'> = {
  throws: (_context, { code }) => ({ value: { throws: [{ kind: 'escalation', ...(code !== undefined && { code }) }] } }),
};
