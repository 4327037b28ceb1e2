import type { Element } from './element.ts';
import { sending } from './events.ts';

/** A milestone, or what is thrown on the way: a message, signal, escalation or compensation, or several of them; a link goes on at its other end. */
export const intermediateThrowEvent: Element<'intermediateThrowEvent'> = {
  enter: (context) => sending(context, context.node.event),
  leave: 'all',
};
