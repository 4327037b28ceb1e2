import type { Element } from './element.ts';

/** Opens a scope and waits until the last token in it has ended. */
export const subProcess: Element<'subProcess'> = { enter: ({ node }) => ({ do: 'open', body: node }) };
