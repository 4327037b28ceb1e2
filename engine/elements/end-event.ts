import type { Element } from './element.ts';
import { ending, sending } from './events.ts';

/** Consumes the token; may throw, cancel the transaction around it or end everything in its scope. */
export const endEvent: Element<'endEvent'> = {
  enter: (context) => (context.node.event.kind === 'cancel' ? { do: 'cancel', phase: 'undo' } : sending(context, context.node.event)),
  leave: ({ node }) => ending(node.event),
};
