import { listed, transitionsOf, type StateConfig, type Transition, type Transitions } from './machine.ts';

/** One transition as it stands in a state: the event that it is for (none: always), and the id of its flow in the outline. */
export interface Way {
  readonly event: string | undefined;
  readonly flow: string;
  readonly transition: Transition;
}

export const invokeId = (id: string, state: StateConfig): string => state.invoke?.id ?? id;
export const taskEvent = (id: string): string => `task.complete.${id}`;
export const doneEvent = (invoke: string): string => `xstate.done.actor.${invoke}`;
export const errorEvent = (invoke: string): string => `xstate.error.actor.${invoke}`;
export const timerEvent = (key: string, id: string): string => `xstate.after.${key}.${id}`;
/** A person has the state entered: taken by the nearest active state around it. */
export const moveEvent = (id: string): string => `motcua.move.${id}`;
const stateDone = (id: string): string => `xstate.done.state.${id}`;

/** Every transition out of a state, in the order in which XState asks them for one event. */
export const waysOf = (id: string, state: StateConfig): readonly Way[] => {
  const ways = (label: string, event: string | undefined, transitions: Transitions | undefined): readonly Way[] =>
    transitionsOf(transitions).map((transition, index) => ({ event, flow: `${id}/${label}/${index + 1}`, transition }));
  const invoke = invokeId(id, state);
  return [
    ...Object.entries(state.on ?? {}).flatMap(([name, transitions]) => ways(name, name, transitions)),
    ...Object.entries(state.after ?? {}).flatMap(([key, transitions]) => ways(`after ${key}`, timerEvent(key, id), transitions)),
    ...ways('onDone', state.invoke ? doneEvent(invoke) : stateDone(id), state.invoke ? state.invoke.onDone : state.onDone),
    ...ways('onError', errorEvent(invoke), state.invoke?.onError),
    ...ways('always', undefined, state.always),
  ];
};

/** The flows of a way: one for each of its targets, and one to its own state when it has none. */
export const flowsOf = ({ flow, transition }: Way): readonly string[] =>
  listed(transition.target).length < 2 ? [flow] : listed(transition.target).map((_, index) => `${flow}.${index + 1}`);

/** The flow into the initial state. */
export const initialFlow = (id: string): string => `${id}/initial`;

/** The flows into all regions of a parallel state. */
export const initialFlows = (state: StateConfig, id: string): readonly string[] =>
  Object.values(state.states ?? {}).filter(({ type }) => type !== 'history').map((_, index) => `${initialFlow(id)}.${index + 1}`);
