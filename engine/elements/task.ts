import type { Element } from './element.ts';

/** A task without a type is done as soon as it is reached (BPMN 2.0.2, 13.3.3). */
export const task: Element<'task'> = { enter: { do: 'leave' } };
