import { assign, createMachine, raise, type ActionFunction, type AnyStateMachine, type MachineContext, type StateNodeConfig } from 'xstate';
import type { Definition } from '../definition.ts';
import type { Data } from '../state.ts';
import { listed, type Action, type Machine, type OneOrMore, type Transition } from './machine.ts';
import type { Mark, Run } from './run.ts';
import { holdsStates, walk, type Place } from './walk.ts';
import { flowsOf, initialFlow, initialFlows, moveEvent, waysOf, type Way } from './way.ts';

/** A machine as XState executes it. `runs` holds the one run that is under way while XState is asked: it has no other way to know the world. */
export interface Logic {
  readonly machine: AnyStateMachine;
  run: Run | undefined;
}

interface Asked {
  readonly context: MachineContext;
  readonly event: { readonly type: string };
}
// XState's own types of a configuration are tied to the types of one machine, and ours is known at run time only.
// oxlint-disable-next-line typescript/no-explicit-any
type AnyConfig = any;
type Act = ActionFunction<MachineContext, never, never, undefined, never, never, never, never, never> | ReturnType<typeof assign> | ReturnType<typeof raise>;

const seen = ({ context, event }: Asked): Data => ({ ...context, event } as Data);

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
  const logic: { machine: AnyStateMachine; run: Run | undefined } = { machine: undefined as never, run: undefined };
  const config = configOf(logic, [...walk(machine, machine.id)][0]!);
  logic.machine = createMachine({ ...config, context: ({ input }: { readonly input: MachineContext }) => input }) as AnyStateMachine;
  return logic;
};

const configOf = (logic: Logic, place: Place): StateNodeConfig<AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig, AnyConfig> => {
  const { id, state } = place;
  if (state.type === 'history') return { id, type: 'history', history: state.history ?? 'shallow', ...(state.target !== undefined && { target: state.target }) };
  const on: Record<string, object[]> = {};
  const always: object[] = [];
  for (const way of waysOf(id, state)) (way.event === undefined ? always : (on[way.event] ??= [])).push(transitionOf(logic, id, way));
  if (holdsStates(state)) for (const inner of walk(state, id)) if (inner.id !== id && inner.state.type !== 'history') on[moveEvent(inner.id)] = [{ target: `#${inner.id}` }];
  const regions: Mark[] = state.type === 'parallel' ? [{ did: 'take', flows: initialFlows(state, id) }] : [];
  return {
    id,
    ...(state.type !== undefined && { type: state.type }),
    ...(state.initial !== undefined && { initial: { target: state.initial, actions: [() => void logic.run!.marks.push({ did: 'take', flows: [initialFlow(id)] })] } }),
    ...(holdsStates(state) && { states: Object.fromEntries(Object.entries(state.states!).map(([key, child]) => [key, configOf(logic, { id: child.id ?? key, state: child })])) }),
    on,
    always,
    entry: [...actionsOf(logic, id, state.entry), ...(state.invoke ? [invoked] : []), () => void logic.run!.marks.push({ did: 'enter', id }, ...regions)],
    exit: [...actionsOf(logic, id, state.exit), () => void logic.run!.marks.push({ did: 'exit', id })],
  } as AnyConfig;
};

/** XState asks "always" again once anything has changed, and an actor that begins is a change: so is a job. */
const invoked = assign({});

const transitionOf = (logic: Logic, id: string, way: Way): object => {
  const { target, guard, actions, reenter }: Transition = way.transition;
  const flows = flowsOf(way);
  return {
    ...(target !== undefined && { target }),
    ...(reenter !== undefined && { reenter }),
    ...(guard !== undefined && { guard: (asked: Asked) => logic.run!.holds(id, way.flow, guard, seen(asked)) }),
    actions: [() => logic.run!.take(id, flows), ...actionsOf(logic, id, actions)],
  };
};

const actionsOf = (logic: Logic, id: string, actions: OneOrMore<Action> | undefined): readonly Act[] => listed(actions).map((action) => actionOf(logic, id, action) as Act);

const actionOf = (logic: Logic, id: string, action: Action): unknown => {
  switch (action.type) {
    case 'assign': return assign((asked) => logic.run!.worths(id, 'the value', action.params, seen(asked)) as MachineContext);
    case 'raise': return raise({ type: action.params.event });
    case 'emit': return (asked: Asked) => {
      const { event: name, keys = {}, data = {} } = action.params;
      logic.run!.marks.push({ did: 'emit', id, name, keys: logic.run!.worths(id, 'the key', keys, seen(asked)), data: logic.run!.worths(id, 'the message value', data, seen(asked)) });
    };
    case 'signal': return (asked: Asked) => {
      const { event: name, data = {} } = action.params;
      logic.run!.marks.push({ did: 'signal', id, name, data: logic.run!.worths(id, 'the signal value', data, seen(asked)) });
    };
    case 'decide': return assign((asked) => decided(logic.run!, id, action.params, seen(asked)) as MachineContext);
  }
};

/** What nobody has answered yet is null: the decision judges it. */
const decided = (run: Run, id: string, { decision, result, inputs }: Extract<Action, { type: 'decide' }>['params'], data: Data): Data => {
  const { event: _, ...all } = data;
  const answer = run.environment.decide?.(decision, inputs ? run.inputs(id, inputs, data) : all, run.at) ?? { failed: 'there are no decisions here' };
  if ('failed' in answer) return run.fail(id, 'decision', `expected decision ${decision} of state ${id} to give a value, but ${answer.failed}`);
  return { [result]: answer.value };
};
