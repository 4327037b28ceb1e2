import type { AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { Definition, NodeId } from '../definition.ts';
import type { Environment } from '../environment.ts';
import type { Data } from '../state.ts';
import type { Machine, MachineEvent } from './machine.ts';
import { logicOf } from './machine-logic.ts';
import { Run, type Fault, type Mark } from './run.ts';

const defaultBudget = 20_000;

/** Where a machine stands; `active` is empty before it begins. */
export interface Standing {
  /** In the order in which XState holds them: where transitions of parallel regions conflict, the first wins. */
  readonly active: ReadonlySet<NodeId>;
  readonly data: Data;
  readonly history: Readonly<Record<string, readonly NodeId[]>>;
}

/** What an event made of a machine. */
export interface Played {
  readonly active: readonly NodeId[];
  readonly marks: readonly Mark[];
  readonly data: Data;
  readonly history: Readonly<Record<string, readonly NodeId[]>>;
  readonly done: boolean;
}

/** Puts an event to a machine, or begins it. Pure: XState's own functions without an actor, so that nothing runs beside the caller's transaction. */
export const play = (definition: Definition & { readonly machine: Machine }, standing: Standing, event: MachineEvent, at: string, environment: Environment): Played | Fault => {
  const logic = logicOf(definition);
  const { machine } = logic;
  const run = new Run(at, environment, environment.budget ?? defaultBudget);
  logic.run = run;
  try {
    const after = standing.active.size === 0
      ? machine.getInitialSnapshot(scope, standing.data)
      : machine.transition(snapshotOf(machine, standing), event, scope);
    if (run.fault) return run.fault;
    if (run.broken !== undefined || after.status === 'error') throw run.broken ?? after.error;
    return { active: after._nodes.map(({ id }) => id), marks: run.marks, data: after.context as Data, history: idsOf(after.historyValue), done: after.status === 'done' };
  } catch (error) {
    if (run.broken === undefined && run.fault) return run.fault;
    throw run.broken ?? error;
  } finally {
    logic.run = undefined;
  }
};

const snapshotOf = (machine: AnyStateMachine, { active, data, history }: Standing) => {
  const node = (id: NodeId) => machine.getStateNodeById(`#${id}`);
  const snapshot = machine.resolveState({
    value: valueOf(machine.root, active),
    context: data,
    historyValue: Object.fromEntries(Object.entries(history).map(([id, states]) => [id, states.map(node)])),
  } as Parameters<AnyStateMachine['resolveState']>[0]);
  return Object.assign(snapshot, { _nodes: [...active].map(node) });
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
