import type { Machine, StateConfig } from '../../engine/statechart/machine.ts';
import type { Stock } from '../process/procedure-steps.ts';
import { askedIn } from './each-action.ts';
import { changeLead, leadsOf, leadTo, targetsOf, withLeads, workOf, type Lead } from './leads.ts';
import { freshStates, secondOf, type NewState } from './new-states.ts';
import { placesOf, withState, type Places } from './places.ts';
import { addState, freshId, type Slot } from './restructure.ts';
import { targetId, targetText } from './targets.ts';

export interface Inserted {
  readonly machine: Machine;
  readonly id: string;
}

/** Where something new may lead as long as nobody says otherwise: the nearest end, or back. */
function somewhere(places: Places, from: string): string {
  const ends = [...places.values()].filter(({ state }) => state.type === 'final');
  const { parent } = places.get(from) ?? {};
  return (ends.find((end) => end.parent?.id === parent?.id) ?? ends[0])?.id ?? from;
}

function insert(machine: Machine, from: string, kind: NewState, stock: Stock, next: string, lead: (target: string) => (state: StateConfig) => StateConfig): Inserted {
  const places = placesOf(machine);
  const place = places.get(from);
  const parent = place?.parent?.id ?? machine.id;
  const slot = { parent, ...(place?.parent && { after: from }) };
  const { id, there, machine: added } = put(machine, slot, kind, stock, () => next);
  return { machine: withState(added, from, lead(targetText(there, from, id))), id };
}

/** The machine with the states of a new step; `next` is asked where they would stand. */
function put(machine: Machine, slot: Slot, kind: NewState, stock: Stock, next: (there: Places, id: string) => string): Inserted & { readonly there: Places } {
  const places = placesOf(machine);
  const id = freshId(places, kind);
  const second = secondOf[kind] === undefined ? id : freshId(places, `${id}${secondOf[kind]}`);
  const ids = [...new Set([id, second])];
  const withThem = (states: readonly StateConfig[]) => ids.reduce((done, one, index) => addState(done, index === 0 ? slot : { ...slot, after: ids[index - 1]! }, one, states[index]!), machine);
  // once to know how their goals are written from there, once with them
  const there = placesOf(withThem(ids.map(() => ({ type: 'final' }))));
  const goal = kind === 'end' || kind === 'history' ? undefined : targetText(there, id, next(there, id));
  const isAsked = [...places.values()].some((one) => askedIn(one.id, one.state).some(({ decision }) => decision === stock.feeDecision));
  return { machine: withThem(freshStates(kind, id, isAsked ? { ...stock, feeDecision: '' } : stock, goal, targetText(there, id, second))), id, there };
}

/** Puts a new state into a transition: what led to one state leads to the new one, and from there on to the former. */
export function insertInto(machine: Machine, from: string, { spot, transition }: Lead, kind: NewState, stock: Stock): Inserted {
  const places = placesOf(machine);
  const [target = ''] = targetsOf(transition);
  const next = targetId(places, from, target) ?? somewhere(places, from);
  return insert(machine, from, kind, stock, next, (to) => (state) => changeLead(state, spot, (one) => leadTo(one, [to])));
}

/** Puts a new state after another. Where one way leads on it is put into it; where several do, a last one leads there when no condition of theirs holds. */
export function addAfter(machine: Machine, from: string, kind: NewState, stock: Stock): Inserted {
  const places = placesOf(machine);
  const { state } = places.get(from) ?? { state: machine };
  const work = workOf(from, state);
  const leads = leadsOf(from, state).filter(({ spot }) => work === undefined || (spot.list === work.list && spot.key === work.key));
  const [only] = leads;
  if (only && leads.length === 1 && targetsOf(only.transition).length === 1) return insertInto(machine, from, only, kind, stock);
  const isOpen = work !== undefined && leads.every(({ transition }) => transition.guard !== undefined);
  return insert(machine, from, kind, stock, somewhere(places, from), (to) => (one) => (isOpen ? withLeads(one, work, (all) => [...all, { target: to }]) : one));
}

/** A new state inside another, behind those that it holds. */
export function addInside(machine: Machine, parent: string, kind: NewState, stock: Stock): Inserted {
  const places = placesOf(machine);
  const holder = places.get(parent);
  const last = Object.entries(holder?.state.states ?? {}).at(-1);
  const slot = { parent, ...(last && { after: last[1].id ?? last[0] }) };
  const { id, machine: added } = put(machine, slot, kind, stock, (there, one) => {
    const end = somewhere(there, one);
    return end === one ? parent : end;
  });
  return { machine: added, id };
}
