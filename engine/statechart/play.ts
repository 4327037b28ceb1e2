import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { Definition, NodeId } from '../definition.ts';
import type { Environment } from '../environment.ts';
import type { Data } from '../state.ts';
import type { Rest } from './course.ts';
import type { Machine, MachineEvent } from './machine.ts';
import { logicOf, type Logic } from './machine-logic.ts';
import { Run, type Fault, type Mark } from './run.ts';

const defaultBudget = 20_000;
/** Stands before the name of an event whose way is watched: no event has a line end. */
const watched = '\n';

/** Where a machine stands; `active` is empty before it begins. */
export interface Standing extends Omit<Rest, 'done'> {
  readonly data: Data;
}

/** What an event made of a machine. */
export interface Played {
  readonly rest: Rest;
  readonly marks: readonly Mark[];
  readonly data: Data;
}

/**
 * Puts an event to a machine, or begins it. Pure: XState's own functions without an actor, so that nothing runs beside the caller's
 * transaction. A way that XState has gone before is gone again without it.
 */
export const play = (definition: Definition & { readonly machine: Machine }, standing: Standing, event: MachineEvent, at: string, environment: Environment): Played | Fault => {
  const logic = logicOf(definition);
  const run = new Run(at, environment, environment.budget ?? defaultBudget, standing.active.length === 0 ? { type: 'xstate.init', input: standing.data } : event);
  const course = logic.courses.of(standing.active, standing.history, environment.watch ? `${watched}${event.type}` : event.type);
  try {
    const known = course.follow(run, standing.data);
    if (known) return { ...known, marks: run.marks };
    const { rest, data } = asked(logic, run, standing, event);
    if (run.fault) return run.fault;
    logic.courses.learn(course, run.calls, rest);
    return { rest, data, marks: run.marks };
  } catch (error) {
    if (run.broken === undefined && run.fault) return run.fault;
    throw run.broken ?? error;
  }
};

/** What XState makes of the event. */
const asked = (logic: Logic, run: Run, standing: Standing, event: MachineEvent): Pick<Played, 'rest' | 'data'> => {
  const { machine } = logic;
  logic.run = run;
  const around = run.environment.watch ? watching(run) : scope;
  try {
    const after = standing.active.length === 0 ? machine.getInitialSnapshot(around, standing.data) : machine.transition(snapshotOf(machine, standing), event, around);
    if (after.status === 'error') {
      if (event.error === undefined || after.error !== event.error) throw after.error;
      return { rest: { active: standing.active, history: standing.history, done: false }, data: standing.data }; // Nobody takes the error: XState would end the machine.
    }
    return { rest: { active: after._nodes.map(({ id }) => id), history: idsOf(after.historyValue), done: after.status === 'done' }, data: after.context as Data };
  } finally {
    logic.run = undefined;
  }
};

const snapshotOf = (machine: AnyStateMachine, { active, data, history }: Standing) => {
  const node = (id: NodeId): AnyStateNode => machine.getStateNodeById(`#${id}`);
  return Object.assign(machine.resolveState({ value: valueOf(machine.root, new Set(active)), context: data } as Parameters<AnyStateMachine['resolveState']>[0]), {
    _nodes: active.map(node), historyValue: Object.fromEntries(Object.entries(history).map(([id, states]) => [id, states.map(node)])),
  });
};

const valueOf = (node: AnyStateNode, active: ReadonlySet<NodeId>): StateValue =>
  Object.fromEntries(Object.values(node.states).filter(({ id }) => active.has(id)).map((child) => [child.key, valueOf(child, active)]));

const idsOf = (history: Readonly<Record<string, readonly AnyStateNode[]>>): Record<string, NodeId[]> =>
  Object.fromEntries(Object.entries(history).map(([id, states]) => [id, states.map((state) => state.id)]));

/** What XState asks of the actor around a machine: only to run the actions that leave marks. */
const scope = {
  self: {}, id: 'machine', sessionId: 'machine', logger: () => undefined, defer: () => undefined, stopChild: () => undefined, emit: () => undefined,
  system: { _sendInspectionEvent: () => undefined },
  actionExecutor: ({ exec, info, params }: { readonly exec?: (info: unknown, params: unknown) => void; readonly info: unknown; readonly params: unknown }) => exec?.(info, params),
} as unknown as Parameters<AnyStateMachine['transition']>[2];

interface Inspected {
  readonly snapshot: AnyMachineSnapshot;
  readonly event: MachineEvent;
  readonly _transitions: readonly { readonly eventType: string }[];
}

/** Tells of each microstep, as a call on the machine's way; from the first transition on: before that, nobody knows what was raised. */
const watching = (run: Run): typeof scope => {
  let before: AnyMachineSnapshot | undefined;
  const tell = ({ snapshot, event, _transitions: [first] }: Inspected): void => {
    const idle = first?.eventType === '' && snapshot === before;
    before = snapshot;
    if (!run.queue) return;
    const now = { active: snapshot._nodes.map(({ id }) => id), history: idsOf(snapshot.historyValue), event: event.type, raised: run.queue.map(({ type }) => type), idle };
    run.ask(({ environment, marks }) => {
      environment.watch!({ ...now, marks });
      return undefined;
    }, {}, event);
  };
  return { ...scope, system: { _sendInspectionEvent: tell } as unknown as typeof scope.system };
};
