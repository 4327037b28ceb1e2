import { assign, createMachine, raise, type AnyStateMachine, type MachineContext, type StateNodeConfig } from 'xstate';
import type { Definition } from '../definition.ts';
import type { Data } from '../state.ts';
import { doing, guarding, marking, taking } from './calls.ts';
import { Courses } from './course.ts';
import { listed, type Action, type Machine, type MachineEvent, type OneOrMore, type Transition } from './machine.ts';
import type { Answer, Call, Mark, Run } from './run.ts';
import { holdsStates, walk, type Place } from './walk.ts';
import { flowsOf, initialFlow, initialFlows, moveEvent, waysOf, type Way } from './way.ts';

/** A machine as XState executes it. `run` holds the one run that is under way while XState is asked: it has no other way to know the world. */
export interface Logic {
  readonly machine: AnyStateMachine;
  readonly courses: Courses;
  run: Run | undefined;
}

interface Asked {
  readonly context: MachineContext;
  readonly event: { readonly type: string };
}
// XState's own types of a configuration are tied to the types of one machine, and ours is known at run time only.
// oxlint-disable-next-line typescript/no-explicit-any
type AnyConfig = any;

const known = new WeakMap<Definition, Logic>();

/** The machine of a definition, made once. */
export const logicOf = (definition: Definition & { readonly machine: Machine }): Logic => {
  let logic = known.get(definition);
  if (!logic) known.set(definition, (logic = makeLogic(definition.machine)));
  return logic;
};

/**
 * XState decides which states are left and entered, by which transitions, in which order, and what they assign and raise.
 * What states open in the world (tasks, timers, jobs) is not left to its actors: every state, transition and message leaves
 * a mark in the run instead. Throws for a target that does not exist.
 */
export const makeLogic = (machine: Machine): Logic => {
  const logic: { machine: AnyStateMachine; readonly courses: Courses; run: Run | undefined } = { machine: undefined as never, courses: new Courses(), run: undefined };
  const config = configOf(logic, [...walk(machine, machine.id)][0]!);
  logic.machine = createMachine({ ...config, context: ({ input }: { readonly input: MachineContext }) => input }) as AnyStateMachine;
  return logic;
};

/** A call as XState makes it: of the run that is under way. */
const called = (logic: Logic, call: Call) => ({ context, event }: Asked): Answer => logic.run!.ask(call, context as Data, event as MachineEvent);

const configOf = (logic: Logic, place: Place): StateNodeConfig<AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig> => {
  const { id, state } = place;
  if (state.type === 'history') return { id, type: 'history', history: state.history ?? 'shallow', ...(state.target !== undefined && { target: state.target }) };
  const mark = (each: Mark): unknown => called(logic, marking(each));
  const on: Record<string, object[]> = {};
  const always: object[] = [];
  for (const way of waysOf(id, state)) (way.event === undefined ? always : (on[way.event] ??= [])).push(transitionOf(logic, id, way));
  if (holdsStates(state)) for (const inner of walk(state, id)) if (inner.id !== id && inner.state.type !== 'history') on[moveEvent(inner.id)] = [{ target: `#${inner.id}` }];
  return {
    id,
    ...(state.type !== undefined && { type: state.type }),
    ...(state.initial !== undefined && { initial: { target: state.initial, actions: [mark({ did: 'take', flows: [initialFlow(id)] })] } }),
    ...(holdsStates(state) && { states: Object.fromEntries(Object.entries(state.states!).map(([key, child]) => [key, configOf(logic, { id: child.id ?? key, state: child })])) }),
    on,
    always,
    entry: [
      ...actionsOf(logic, id, state.entry), ...(state.invoke ? [invoked] : []), mark({ did: 'enter', id }),
      ...(state.type === 'parallel' ? [mark({ did: 'take', flows: initialFlows(state, id) })] : []),
    ],
    exit: [...actionsOf(logic, id, state.exit), mark({ did: 'exit', id })],
  } as AnyConfig;
};

/** XState asks "always" again once anything has changed, and an actor that begins is a change: so is a job. */
const invoked = assign({});

const transitionOf = (logic: Logic, id: string, way: Way): object => {
  const { target, guard, actions, reenter }: Transition = way.transition;
  return {
    ...(target !== undefined && { target }),
    ...(reenter !== undefined && { reenter }),
    ...(guard !== undefined && { guard: called(logic, guarding(id, way.flow, guard)) }),
    actions: [taken(logic, called(logic, taking(id, flowsOf(way)))), ...actionsOf(logic, id, actions)],
  };
};

interface Raising {
  readonly internalQueue: Run['queue'];
}

/** A call made as one of XState's own actions, which alone see the events that the machine has raised. */
const taken = (logic: Logic, call: (asked: Asked) => Answer): unknown => Object.assign(() => undefined, {
  resolve: (_scope: unknown, snapshot: unknown, asked: Asked, _params: unknown, _action: unknown, { internalQueue }: Raising) => {
    logic.run!.queue = internalQueue;
    call(asked);
    return [snapshot];
  },
});

const actionsOf = (logic: Logic, id: string, actions: OneOrMore<Action> | undefined): readonly unknown[] => listed(actions).map((action) => actionOf(logic, id, action));

const actionOf = (logic: Logic, id: string, action: Action): unknown => {
  if (action.type === 'raise') return raise({ type: action.params.event });
  const call = called(logic, doing(id, action));
  return action.type === 'assign' || action.type === 'decide' ? assign((asked) => call(asked) as MachineContext) : call;
};
