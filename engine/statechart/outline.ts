import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Definition, Expression, Flow, Node, NodeId, StepProperties } from '../definition.ts';
import type { Machine, StateConfig } from './machine.ts';
import { holdsStates, walk, type Place } from './walk.ts';
import { flowsOf, initialFlow, initialFlows, waysOf } from './way.ts';

/** A machine as a definition: its states as nodes and its transitions as flows, for all that look at a procedure without running it. */
export const outline = (machine: Machine, compiled: AnyStateMachine): Definition => {
  const places = [...walk(machine, machine.id)].filter(({ state }) => state.type !== 'history');
  const flows: Record<string, Flow> = {};
  for (const { id, state } of places) for (const flow of flowsFrom(id, state, compiled.getStateNodeById(`#${id}`))) flows[flow.id] = flow;
  const nodes: Record<NodeId, Node> = {};
  const all = Object.values(flows);
  const [incoming, outgoing] = [Object.groupBy(all, ({ target }) => target), Object.groupBy(all, ({ source }) => source)];
  for (const place of places) {
    const ids = (found: readonly Flow[] | undefined) => (found ?? []).map(({ id }) => id);
    nodes[place.id] = nodeOf(place, ids(incoming[place.id]), ids(outgoing[place.id]), compiled.getStateNodeById(`#${place.id}`));
  }
  const name = machine.meta?.name?.vi;
  return { format: 1, id: machine.id, ...(name !== undefined && { name }), starts: [machine.id], nodes, flows, machine };
};

const nodeOf = ({ id, state, parent }: Place, incoming: readonly string[], outgoing: readonly string[], compiled: AnyStateNode): Node => {
  const name = state.meta?.name?.vi;
  const base = { id, ...(name !== undefined && { name }), parent: parent?.id ?? '', incoming, outgoing, boundary: [], step: stepOf(state) };
  if (state.meta?.task) return { ...base, kind: 'userTask' };
  if (state.invoke) return { ...base, kind: 'serviceTask' };
  if (state.type === 'final') return { ...base, kind: 'endEvent', event: { kind: 'none' } };
  return holdsStates(state) ? { ...base, kind: 'state', starts: startsOf(compiled).map((child) => child.id) } : { ...base, kind: 'state' };
};

const stepOf = ({ meta = {}, invoke }: StateConfig): StepProperties => {
  const { name, citizenName, task = {}, result, clock, state } = meta;
  return {
    ...task,
    ...(result !== undefined && { result }), ...(clock !== undefined && { clock }), ...(state !== undefined && { state }),
    ...(citizenName !== undefined && { citizenName }), ...(name !== undefined && { nameEn: name.en }),
    ...(invoke && { connector: invoke.src }), ...(invoke?.input && { inputs: expressions(invoke.input) }),
  };
};

const expressions = (texts: Readonly<Record<string, string>>): Record<string, Expression> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }]));

/** What is entered with a state: its initial one, or all regions of a parallel one. */
const startsOf = (compiled: AnyStateNode): readonly AnyStateNode[] =>
  compiled.type === 'parallel' ? Object.values(compiled.states).filter(({ type }) => type !== 'history') : compiled.initial.target.map(entered);

/** Going back to a history state enters the state that it stands in. */
const entered = (node: AnyStateNode): AnyStateNode => (node.type === 'history' ? node.parent! : node);

function* flowsFrom(id: NodeId, state: StateConfig, compiled: AnyStateNode): Generator<Flow> {
  const initials = state.type === 'parallel' ? initialFlows(state, id) : [initialFlow(id)];
  if (holdsStates(state)) for (const [index, child] of startsOf(compiled).entries()) yield { id: initials[index]!, source: id, target: child.id };
  const counts = new Map<string | undefined, number>();
  for (const way of waysOf(id, state)) {
    const index = counts.get(way.event) ?? 0;
    counts.set(way.event, index + 1);
    const known = way.event === undefined ? compiled.always : compiled.transitions.get(way.event);
    const targets = known![index]!.target ?? [compiled];
    const { guard } = way.transition;
    for (const [at, flow] of flowsOf(way).entries()) yield { id: flow, source: id, target: entered(targets[at]!).id, ...(guard !== undefined && { condition: { text: guard } }) };
  }
}
