import type { Definition } from './definition.ts';
import { visible } from './data.ts';
import { draftOf } from './draft.ts';
import type { Data, State } from './state.ts';

/** The data that a resting token sees: its own values, those of the scopes around it, and the instance's data. */
export const seenBy = (definition: Definition, state: State, token: number): Data => {
  const resting = state.tokens.find(({ id }) => id === token);
  return resting ? visible(draftOf(definition, state, '', {}), resting.scope, token) : state.data;
};
