import type { Element } from './element.ts';

/** Its activity keeps the subscription; a token comes here once the event has happened, and passes. */
export const boundaryEvent: Element<'boundaryEvent'> = { enter: { do: 'leave' }, leave: 'all' };
