import type { Element } from './element.ts';

/** Waits for a person. */
export const userTask: Element<'userTask'> = { enter: { do: 'wait', for: 'task' } };
