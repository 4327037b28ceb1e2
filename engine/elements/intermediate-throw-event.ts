import type { Element } from './element.ts';
import { leaveByAll } from './outgoing.ts';
import { sending } from './sending.ts';

/** A milestone, or what is thrown on the way: a message, signal, escalation or compensation, or several of them; a link goes on at its other end. */
export const intermediateThrowEvent: Element<'intermediateThrowEvent'> = {
  enter: (context) => sending(context, context.node.event),
  leave: leaveByAll,
};
