import type { Element } from './element.ts';

/** A state of a statechart: its machine moves it, and no token of a diagram ever comes here. */
export const state: Element<'state'> = {
  enter: ({ node }) => ({ do: 'incident', code: 'statechart', message: `expected state ${node.id} to be moved by its machine, but a token of a diagram came to it` }),
};
