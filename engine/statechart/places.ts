import { listed, type Action, type Machine, type StateConfig } from './machine.ts';
import { walk, type Place } from './walk.ts';
import { waysOf } from './way.ts';

interface Places {
  readonly byId: ReadonlyMap<string, Place>;
  readonly raised: ReadonlySet<string>;
}

const known = new WeakMap<Machine, Places>();

const placesOf = (machine: Machine): Places => {
  const before = known.get(machine);
  if (before) return before;
  const byId = new Map([...walk(machine, machine.id)].map((place) => [place.id, place]));
  const raised = [...byId.values()].flatMap(({ id, state }) => actionsIn(id, state)).flatMap((action) => (action.type === 'raise' ? [action.params.event] : []));
  const places = { byId, raised: new Set(raised) };
  known.set(machine, places);
  return places;
};

/** Every action that stands in a state: on entering, on leaving and on its ways. */
export const actionsIn = (id: string, state: StateConfig): readonly Action[] =>
  [...listed(state.entry), ...listed(state.exit), ...waysOf(id, state).flatMap(({ transition }) => listed(transition.actions))];

export const placeOf = (machine: Machine, id: string): Place => placesOf(machine).byId.get(id)!;

/** Names that the machine raises itself: no message from outside has them. */
export const raisedBy = (machine: Machine): ReadonlySet<string> => placesOf(machine).raised;
