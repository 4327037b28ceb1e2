import type { EventMeaning } from './event-meaning.ts';

/** A way without a line (BPMN 2.0.2, 10.5.5): the reader joins its two ends by a flow, and both ends pass. */
export const linkEvent: EventMeaning<'link'> = {};
