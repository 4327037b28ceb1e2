import type { Machine, StateConfig } from '../../engine/statechart/machine.ts';
import { walk, type Place } from '../../engine/statechart/walk.ts';

/** Every state of a machine by its id, itself first, each before what it holds. */
export type Places = ReadonlyMap<string, Place>;

export const placesOf = (machine: Machine): Places => new Map([...walk(machine, machine.id)].map((place) => [place.id, place]));

/** The keys of a state's children by the ids that they have. */
export const childrenOf = ({ states = {} }: StateConfig): readonly (readonly [key: string, id: string])[] => Object.entries(states).map(([key, child]) => [key, child.id ?? key]);

/** Whether a state stands in another, or is it. */
export const isWithin = (place: Place, holder: string): boolean => place.id === holder || (place.parent !== undefined && isWithin(place.parent, holder));

/** The machine with one state changed; `undefined` takes it away, with all that it holds. */
export const withState = (machine: Machine, id: string, change: (state: StateConfig) => StateConfig | undefined): Machine =>
  machine.id === id ? ((change(machine) as Machine | undefined) ?? machine) : (within(machine, id, change) as Machine);

function within(state: StateConfig, id: string, change: (state: StateConfig) => StateConfig | undefined): StateConfig {
  if (!state.states) return state;
  const states = Object.entries(state.states).flatMap(([key, child]): [string, StateConfig][] => {
    const next = (child.id ?? key) === id ? change(child) : within(child, id, change);
    return next ? [[key, next]] : [];
  });
  return states.length === Object.keys(state.states).length && states.every(([key, child]) => state.states?.[key] === child) ? state : { ...state, states: Object.fromEntries(states) };
}

/** Leaves out what says nothing, so that the file does not keep it. */
export const tidy = <T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
