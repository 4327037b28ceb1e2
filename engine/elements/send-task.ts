import type { Element } from './element.ts';
import { sending } from './events.ts';

/** Sends its message and goes on. */
export const sendTask: Element<'sendTask'> = { enter: (context) => sending(context, context.node.event) };
