import type { Element } from './element.ts';

/**
 * Begun by the event of its start in the scope that holds it, never by a flow (BPMN 2.0.2, 13.5.4): watch.ts puts a token
 * here that waits for the scope within, so that nothing is left to do but to leave.
 */
export const eventSubProcess: Element<'eventSubProcess'> = { enter: { do: 'leave' }, leave: () => ({ do: 'take', flows: [] }) };
