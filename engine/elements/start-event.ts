import type { Element } from './element.ts';

/** What it waited for has happened before the instance was born, so it passes. */
export const startEvent: Element<'startEvent'> = { enter: { do: 'leave' }, leave: 'all' };
