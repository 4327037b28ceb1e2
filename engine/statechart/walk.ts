import type { StateConfig } from './machine.ts';

/** A state in its place. `id` is its own, or its key. */
export interface Place {
  readonly id: string;
  readonly state: StateConfig;
  readonly parent?: Place;
}

/** Every state of a machine, itself first, each before what it holds. */
export function* walk(state: StateConfig, id: string, parent?: Place): Generator<Place> {
  const place: Place = parent ? { id, state, parent } : { id, state };
  yield place;
  for (const [key, child] of Object.entries(state.states ?? {})) yield* walk(child, child.id ?? key, place);
}

export const holdsStates = ({ states }: StateConfig): boolean => states !== undefined && Object.keys(states).length > 0;
