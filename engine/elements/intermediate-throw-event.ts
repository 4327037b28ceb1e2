import type { Element } from './element.ts';
import { leaveByAll } from './outgoing.ts';
import { sending } from './sending.ts';

/** A milestone, or a message sent on the way. */
export const intermediateThrowEvent: Element<'intermediateThrowEvent'> = {
  enter: (context) => (context.node.event.kind === 'message' ? sending(context, context.node.event) : { do: 'leave' }),
  leave: leaveByAll,
};
