import type { Element } from './element.ts';

/** Work outside the system: nothing to wait for that the system could know of (BPMN 2.0.2, 13.3.3). */
export const manualTask: Element<'manualTask'> = { enter: { do: 'leave' } };
