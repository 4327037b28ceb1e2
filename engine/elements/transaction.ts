import type { Element } from './element.ts';

/** A sub-process that a cancel end event in it takes back: what was done is compensated, then its cancel boundary event goes on (BPMN 2.0.2, 10.3.5 and 13.5.6). */
export const transaction: Element<'transaction'> = { enter: ({ node }) => ({ do: 'open', body: node }) };
