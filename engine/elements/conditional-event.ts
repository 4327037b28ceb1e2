import { awaiting, type EventMeaning } from './event-meaning.ts';

/** Happens when its condition begins to hold: it has not held before it is waited for, and is asked whenever data change (condition.ts; BPMN 2.0.2, 10.5.5). */
export const conditionalEvent: EventMeaning<'conditional'> = {
  awaits: (_context, node, _event, part) => awaiting(node, { kind: 'conditional', held: false }, part),
};
