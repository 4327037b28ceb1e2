import type { Definition } from './definition.ts';
import { visible } from './data.ts';
import { draftOf, type Draft } from './draft.ts';
import type { Data, State } from './state.ts';

/** Drafts to look into only: one for a state, because who opens many tasks asks for each of them. */
const looking = new WeakMap<State, Draft>();

const draftFor = (definition: Definition, state: State): Draft => {
  let draft = looking.get(state);
  if (draft?.definition !== definition) looking.set(state, (draft = draftOf(definition, state, '', {})));
  return draft;
};

/** The data that a resting token sees: its own values, those of the scopes around it, and the instance's data. */
export const seenBy = (definition: Definition, state: State, token: number): Data => {
  const draft = draftFor(definition, state);
  const resting = draft.tokens.get(token);
  return resting ? visible(draft, resting.scope, token) : state.data;
};
