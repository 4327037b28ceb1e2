import type { Machine, StateConfig, Transition } from '../../engine/statechart/machine.ts';
import type { Place } from '../../engine/statechart/walk.ts';
import { changeLead, leadsOf, leadTo, removeLead, targetsOf } from './leads.ts';
import { childrenOf, isWithin, placesOf, tidy, withState, type Places } from './places.ts';
import { targetId, targetText } from './targets.ts';

/** Where a state is put: into another, after one of those that it holds, or before them all. */
export interface Slot {
  readonly parent: string;
  readonly after?: string;
}

const keyFor = (holder: StateConfig, wanted: string): string => {
  let key = wanted;
  for (let number = 2; holder.states && Object.hasOwn(holder.states, key); number += 1) key = `${wanted}${number}`;
  return key;
};

/** A key that no state of the machine has as its id. */
export const freshId = (places: Places, wanted: string): string => {
  let id = wanted;
  for (let number = 2; places.has(id); number += 1) id = `${wanted}${number}`;
  return id;
};

/** Whether a state may hold others: it asks for no work of its own and is no end. */
export const mayHold = ({ type, meta, invoke }: StateConfig): boolean => type !== 'final' && type !== 'history' && !meta?.task && !invoke;

/** Holds what it should hold: the first begins unless another does or all do, and a state that holds nothing says nothing of it. */
function holding(state: StateConfig, states: Readonly<Record<string, StateConfig>>): StateConfig {
  const { initial, type, onDone, ...others } = state;
  const keys = Object.keys(states);
  if (keys.length === 0) return tidy<StateConfig>({ ...others, states: undefined });
  const first = keys.find((key) => states[key]?.type !== 'history');
  const kept = initial !== undefined && Object.hasOwn(states, initial) ? initial : first;
  const kind = type === 'atomic' ? undefined : type;
  // in the order in which it is read: what it is, where it begins, what it holds
  return tidy<StateConfig>({ ...(state.id !== undefined && { id: state.id }), type: kind, initial: kind === 'parallel' ? undefined : kept, ...others, onDone, states });
}

/** The machine with a state more; `wanted` is an id that no other has. */
export function addState(machine: Machine, { parent, after }: Slot, wanted: string, state: StateConfig): Machine {
  return withState(machine, parent, (holder) => {
    const key = keyFor(holder, wanted);
    const named: StateConfig = key === wanted || state.id !== undefined ? state : { id: wanted, ...state };
    const before = Object.entries(holder.states ?? {});
    const at = after === undefined ? 0 : before.findIndex(([name, child]) => (child.id ?? name) === after) + 1;
    return holding(holder, Object.fromEntries(before.toSpliced(at, 0, [key, named])));
  });
}

/** What is a list of ids without those that are gone. */
const without = (ids: readonly string[] | undefined, gone: (id: string) => boolean): readonly string[] | undefined => {
  const left = ids?.filter((id) => !gone(id));
  return left?.length ? left : undefined;
};

/** Takes a state away with all that it holds, the transitions that lead only there, and what else names it. */
export function removeState(machine: Machine, id: string): Machine {
  const places = placesOf(machine);
  const place = places.get(id);
  if (!place?.parent) return machine;
  const gone = (other: string): boolean => isWithin(places.get(other)!, id);
  let next = withState(machine, place.parent.id, (holder) => holding(holder, Object.fromEntries(Object.entries(holder.states ?? {}).filter(([key, child]) => (child.id ?? key) !== id))));
  for (const other of places.values()) if (!gone(other.id)) next = withState(next, other.id, (state) => forgetting(state, other, places, gone));
  return next;
}

function forgetting(state: StateConfig, place: Place, places: Places, gone: (id: string) => boolean): StateConfig {
  const isGone = (target: string): boolean => {
    const id = targetId(places, place.id, target);
    return id !== undefined && gone(id);
  };
  let next = state;
  // from the last on, so that the places of the others stand
  for (const { spot, transition } of leadsOf(place.id, state).toReversed()) {
    const targets = targetsOf(transition);
    const left = targets.filter((target) => !isGone(target));
    if (left.length < targets.length) next = left.length === 0 ? removeLead(next, spot) : changeLead(next, spot, (one) => leadTo(one, left));
  }
  if (next.target !== undefined && isGone(next.target)) {
    const { target: _, ...others } = next;
    next = others;
  }
  const { task } = next.meta ?? {};
  if (task?.fourEyes?.some((id) => places.has(id) && gone(id))) next = { ...next, meta: { ...next.meta, task: tidy({ ...task, fourEyes: without(task.fourEyes, (id) => places.has(id) && gone(id)) }) } };
  return next;
}

/** Whether a state may be put there: not into itself, nor into what may hold none; what is in no other stays where it is. */
export function mayMove(places: Places, id: string, parent: string): boolean {
  const holder = places.get(parent);
  return id !== parent && holder !== undefined && mayHold(holder.state) && !isWithin(holder, id) && places.get(id)?.parent !== undefined;
}

/** Puts a state elsewhere with all that it holds; every transition and task keeps its meaning, whatever it is written as. */
export function moveState(machine: Machine, id: string, slot: Slot): Machine {
  const before = placesOf(machine);
  const place = before.get(id);
  if (!place?.parent || !mayMove(before, id, slot.parent) || slot.after === id) return machine;
  const key = childrenOf(place.parent.state).find(([, child]) => child === id)![0];
  const wasInitial = place.parent.id === slot.parent ? place.parent.state.initial : undefined;
  const taken = withState(machine, place.parent.id, (holder) => holding(holder, Object.fromEntries(Object.entries(holder.states ?? {}).filter(([name]) => name !== key))));
  let moved = addState(taken, slot, place.state.id === undefined ? id : key, place.state);
  if (wasInitial !== undefined) moved = withState(moved, slot.parent, (holder) => ({ ...holder, initial: wasInitial }));
  return retargeted(moved, before);
}

/** Names every target anew whose writing means another state, or none, than it did before. */
function retargeted(machine: Machine, before: Places): Machine {
  const after = placesOf(machine);
  const renamed = (from: string) => (target: string): string => {
    const meant = targetId(before, from, target);
    return meant === undefined || !after.has(meant) || targetId(after, from, target) === meant ? target : targetText(after, from, meant);
  };
  let next = machine;
  for (const { id } of after.values()) {
    const name = renamed(id);
    next = withState(next, id, (state) => {
      let changed = state;
      for (const { spot, transition } of leadsOf(id, state)) {
        const targets = targetsOf(transition);
        const named = targets.map(name);
        if (named.some((target, index) => target !== targets[index])) changed = changeLead(changed, spot, (one: Transition) => ({ ...one, target: named.length === 1 ? named[0]! : named }));
      }
      return changed.target === undefined ? changed : changed.target === name(changed.target) ? changed : { ...changed, target: name(changed.target) };
    });
  }
  return next;
}

/** What a state that holds others does with them: one after the other, or all at once. */
export const setParallel = (machine: Machine, id: string, parallel: boolean): Machine =>
  withState(machine, id, (state) => {
    const { type: _, initial: __, ...others } = state;
    return holding(parallel ? { ...others, type: 'parallel' } : others, state.states ?? {});
  });

/** Which of the states that one holds begins. */
export const setInitial = (machine: Machine, id: string, child: string): Machine =>
  withState(machine, id, (state) => ({ ...state, initial: childrenOf(state).find(([, one]) => one === child)?.[0] ?? state.initial ?? '' }));
