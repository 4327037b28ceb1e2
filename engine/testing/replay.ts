import type { Definition } from '../definition.ts';
import type { Effect } from '../effect.ts';
import type { Environment } from '../environment.ts';
import type { Event, StartInstance } from '../event.ts';
import { freeze } from '../freeze.ts';
import type { State } from '../state.ts';
import { start, transition } from '../transition.ts';

/** Runs recorded events again, storing and loading the state as JSON text between any two of them; states are frozen, so that changing one would throw. */
export const replay = (definition: Definition, events: readonly Event[], environment: Environment = {}): { readonly state: State; readonly effects: readonly Effect[] } => {
  const [first, ...rest] = events;
  const begun = start(definition, first as StartInstance, environment);
  if ('rejected' in begun) throw new Error(begun.message);
  let stored = JSON.stringify(begun.state);
  const effects = [...begun.effects];
  let version = definition;
  for (const event of rest) {
    const step = transition(version, freeze(JSON.parse(stored) as State), event, environment);
    if ('rejected' in step) throw new Error(step.message);
    if (event.type === 'migrate') version = environment.version!(event.to)!.definition;
    stored = JSON.stringify(step.state);
    effects.push(...step.effects);
  }
  return { state: JSON.parse(stored) as State, effects };
};
