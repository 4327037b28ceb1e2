import type { Place } from '../../engine/statechart/walk.ts';
import { childrenOf, type Places } from './places.ts';

const below = (place: Place | undefined, path: readonly string[], places: Places): Place | undefined => {
  const [key, ...rest] = path;
  if (key === undefined || !place) return place;
  const id = childrenOf(place.state).find(([name]) => name === key)?.[1];
  return below(id === undefined ? undefined : places.get(id), rest, places);
};

/** The id of the state that a target names, written in the state `from` (XState 5: `#id`, `.child`, the key of a sibling, each with a path below); nothing when there is none. */
export function targetId(places: Places, from: string, target: string): string | undefined {
  const source = places.get(from);
  if (target.startsWith('#')) {
    const [id = '', ...path] = target.slice(1).split('.');
    return below(places.get(id), path, places)?.id;
  }
  if (target.startsWith('.')) return below(source, target.slice(1).split('.'), places)?.id;
  return below(source?.parent, target.split('.'), places)?.id;
}

/** How a state is named as a target from another: a sibling by its key, a child by its key after a dot, any other by its id. */
export function targetText(places: Places, from: string, id: string): string {
  const source = places.get(from);
  const keyIn = (holder: Place | undefined) => (holder ? childrenOf(holder.state) : []).find(([, child]) => child === id)?.[0];
  const [sibling, child] = [keyIn(source?.parent), keyIn(source)];
  return sibling ?? (child === undefined ? `#${id}` : `.${child}`);
}
