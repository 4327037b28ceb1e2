import type { Element } from './element.ts';

/** Opens a scope in which people begin steps in any order (BPMN 2.0.2, 13.3.5); see ad-hoc.ts for what begins and ends it. */
export const adHocSubProcess: Element<'adHocSubProcess'> = { enter: ({ node }) => ({ do: 'open', body: { ...node, starts: [] } }) };
