import { catching } from './events.ts';
import type { Element } from './element.ts';

/** Waits for its message or timer. */
export const intermediateCatchEvent: Element<'intermediateCatchEvent'> = {
  enter: (context) => catching(context, context.node.event),
  leave: 'all',
};
