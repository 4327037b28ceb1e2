import { catching } from './catching.ts';
import type { Element } from './element.ts';
import { leaveByAll } from './outgoing.ts';

/** Waits for its message or timer. */
export const intermediateCatchEvent: Element<'intermediateCatchEvent'> = {
  enter: (context) => catching(context, context.node.event),
  leave: leaveByAll,
};
