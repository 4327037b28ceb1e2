import { listed, transitionsOf, type StateConfig, type Transition, type Transitions } from '../../engine/statechart/machine.ts';
import { taskEvent, waysOf } from '../../engine/statechart/way.ts';

/** Where a transition stands in its state. `key`: the event of `on`, the time of `after`. */
export interface Spot {
  readonly list: 'on' | 'after' | 'onDone' | 'onError' | 'always';
  readonly key: string;
  readonly index: number;
}

/** One transition out of a state: `flow` is its id, as findings and figures name it. */
export interface Lead {
  readonly flow: string;
  readonly spot: Spot;
  readonly transition: Transition;
}

/** Every transition out of a state, in the order of its flows. */
export function leadsOf(id: string, state: StateConfig): readonly Lead[] {
  const spots = (list: Spot['list'], key: string, transitions: Transitions | undefined): Spot[] => transitionsOf(transitions).map((_, index) => ({ list, key, index }));
  const all = [
    ...Object.entries(state.on ?? {}).flatMap(([key, each]) => spots('on', key, each)),
    ...Object.entries(state.after ?? {}).flatMap(([key, each]) => spots('after', key, each)),
    ...spots('onDone', '', state.invoke ? state.invoke.onDone : state.onDone),
    ...spots('onError', '', state.invoke?.onError),
    ...spots('always', '', state.always),
  ];
  return waysOf(id, state).map(({ flow, transition }, index) => ({ flow, transition, spot: all[index]! }));
}

const listAt = (state: StateConfig, { list, key }: Pick<Spot, 'list' | 'key'>): Transitions | undefined => {
  switch (list) {
    case 'on': return state.on?.[key];
    case 'after': return state.after?.[key];
    case 'onDone': return state.invoke ? state.invoke.onDone : state.onDone;
    case 'onError': return state.invoke?.onError;
    case 'always': return state.always;
  }
};

/** As short as it can be written: a transition that says only where it leads is its target, one alone is no list. */
function written(transitions: readonly Transition[]): Transitions | undefined {
  const short = transitions.map((each) => (Object.keys(each).length === 1 && typeof each.target === 'string' ? each.target : each));
  return short.length < 2 ? short[0] : short;
}

const keyed = (all: Readonly<Record<string, Transitions>> | undefined, key: string, value: Transitions | undefined) => {
  const { [key]: _, ...others } = all ?? {};
  const next = value === undefined ? others : all && Object.hasOwn(all, key) ? { ...all, [key]: value } : { ...others, [key]: value };
  return Object.keys(next).length === 0 ? undefined : next;
};

function put(state: StateConfig, spot: Pick<Spot, 'list' | 'key'>, transitions: readonly Transition[]): StateConfig {
  const value = written(transitions);
  const { list, key } = spot;
  const { [list as 'on']: _, ...others } = state;
  if ((list === 'onDone' || list === 'onError') && state.invoke) {
    const { [list]: __, ...invoke } = state.invoke;
    return { ...state, invoke: { ...invoke, ...(value !== undefined && { [list]: value }) } };
  }
  const next = list === 'on' || list === 'after' ? keyed(state[list], key, value) : value;
  if (next === undefined) return others;
  return { ...state, [list]: next };
}

export const withLeads = (state: StateConfig, spot: Pick<Spot, 'list' | 'key'>, change: (transitions: readonly Transition[]) => readonly Transition[]): StateConfig =>
  put(state, spot, change(transitionsOf(listAt(state, spot))));

export const changeLead = (state: StateConfig, spot: Spot, change: (transition: Transition) => Transition): StateConfig =>
  withLeads(state, spot, (all) => all.map((each, index) => (index === spot.index ? change(each) : each)));

export const removeLead = (state: StateConfig, spot: Spot): StateConfig => withLeads(state, spot, (all) => all.filter((_, index) => index !== spot.index));

/** One transition earlier or later among those of its event: they are asked in their order. */
export const moveLead = (state: StateConfig, spot: Spot, by: -1 | 1): StateConfig =>
  withLeads(state, spot, (all) => {
    const [one, other] = [all[spot.index], all[spot.index + by]];
    return one && other ? all.with(spot.index, other).with(spot.index + by, one) : all;
  });

/** The same transition for another event, behind those that the event has. */
export function retime(state: StateConfig, spot: Spot, to: Pick<Spot, 'list' | 'key'>): StateConfig {
  const transition = transitionsOf(listAt(state, spot))[spot.index];
  if (!transition || (to.list === spot.list && to.key === spot.key)) return state;
  // the only one of its key keeps its place in the file
  const only = transitionsOf(listAt(state, spot)).length === 1 && to.list === spot.list && listAt(state, to) === undefined && (to.list === 'on' || to.list === 'after');
  if (only) return { ...state, [to.list]: Object.fromEntries(Object.entries(state[to.list as 'on'] ?? {}).map(([key, each]) => [key === spot.key ? to.key : key, each])) };
  return withLeads(removeLead(state, spot), to, (all) => [...all, transition]);
}

/** The event by which a state goes on when its own work is done. */
export const workOf = (id: string, state: StateConfig): Pick<Spot, 'list' | 'key'> | undefined =>
  state.meta?.task ? { list: 'on', key: taskEvent(id) } : state.invoke ? { list: 'onDone', key: '' } : undefined;

export const targetsOf = ({ target }: Transition): readonly string[] => listed(target);

/** Leads to other states; with none it stays where it is. */
export function leadTo(transition: Transition, targets: readonly string[]): Transition {
  const { target: _, ...others } = transition;
  const [first] = targets;
  return first === undefined ? others : { target: targets.length === 1 ? first : targets, ...others };
}
