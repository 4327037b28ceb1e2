import { catching } from './events.ts';
import type { Element } from './element.ts';

/** Waits for a message. */
export const receiveTask: Element<'receiveTask'> = { enter: (context) => catching(context, context.node.event) };
