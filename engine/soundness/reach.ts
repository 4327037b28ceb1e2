import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import { surelyRests } from '../rest.ts';
import { isContainer } from '../watch.ts';
import { eventParts } from './event-parts.ts';

export interface Reached {
  readonly nodes: ReadonlySet<NodeId>;
  /** Flows by which a token may come. */
  readonly flows: ReadonlySet<FlowId>;
}

/** What undoes something when that is thrown. */
const compensators = ({ nodes }: Definition): readonly NodeId[] => Object.values(nodes).flatMap((node) => {
  if (node.forCompensation) return [node.id];
  return node.kind === 'startEvent' && node.event.kind === 'compensation' ? [node.parent] : [];
});

/** Tokens that wait at joins, by the flows they came by, and what else holds an inclusive join up: the flows by which it may still come. */
export interface Waiting {
  readonly arrivals: Iterable<FlowId>;
  readonly holds: (join: Node) => readonly FlowId[];
}

/**
 * Where tokens that stand at `entries`, or wait at joins, may ever come. A parallel join is passed only when all its flows can be
 * filled by these tokens, an inclusive join that is held up by another token only when they fill a flow by which that one may come
 * (table 13.3); without `waiting`, whoever else there is may fill them. Sees more than can happen, never less.
 */
export const reach = (definition: Definition, entries: Iterable<NodeId>, waiting?: Waiting): Reached => {
  const { nodes, flows, processes = {}, machine } = definition;
  const reached = new Set<NodeId>();
  const filled = new Set<FlowId>();
  const work: NodeId[] = [];
  const mark = (id: NodeId): void => {
    if (reached.has(id)) return;
    reached.add(id);
    work.push(id);
  };
  const passes = (join: Node): boolean => {
    if (!waiting || !isJoin(join)) return true;
    if (join.kind === 'parallelGateway') return join.incoming.every((flow) => filled.has(flow));
    const held = waiting.holds(join);
    return held.length === 0 || held.some((flow) => filled.has(flow));
  };
  const follow = (id: FlowId): void => {
    filled.add(id);
    const target = nodes[flows[id]!.target]!;
    if (passes(target)) mark(target.id);
  };
  for (const id of entries) mark(id);
  for (const id of waiting?.arrivals ?? []) follow(id);
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    const node = nodes[id]!;
    for (const flow of node.outgoing) follow(flow);
    for (const boundary of node.boundary) mark(boundary);
    // With a state those around it are active, and their transitions.
    if (machine && nodes[node.parent]) mark(node.parent);
    if (isContainer(node)) for (const inner of [...node.starts, ...node.handlers]) mark(inner);
    if ('event' in node && node.kind !== 'boundaryEvent' && node.kind !== 'startEvent' && eventParts(node.event).some(({ kind }) => kind === 'compensation' || kind === 'cancel')) for (const handler of compensators(definition)) mark(handler);
    if (node.kind !== 'callActivity') continue;
    for (const called of typeof node.called === 'string' ? [processes[node.called]] : Object.values(processes)) {
      for (const inner of [...called?.starts ?? [], ...called?.handlers ?? []]) mark(inner);
    }
  }
  return { nodes: reached, flows: filled };
};

const reaches = new WeakMap<Definition, Map<NodeId, ReadonlySet<NodeId>>>();

/** Where a token that stands at the element may ever come, whoever else there is. */
export const reachedFrom = (definition: Definition, id: NodeId): ReadonlySet<NodeId> => {
  let table = reaches.get(definition);
  if (!table) reaches.set(definition, (table = new Map()));
  let nodes = table.get(id);
  if (!nodes) table.set(id, (nodes = reach(definition, [id]).nodes));
  return nodes;
};

/** A gateway at which tokens wait for each other; complex ones are passed as soon as they like (`gathering`). */
export const isJoin = ({ kind, incoming }: Node): boolean => incoming.length > 1 && (kind === 'parallelGateway' || kind === 'inclusiveGateway');

const runs = new WeakMap<Definition, Map<NodeId, ReadonlySet<NodeId>>>();

/** What a token passes or comes to rest at in one step after it is done at the element or interrupted there; it rests at parallel joins. */
export const runFrom = (definition: Definition, from: NodeId): ReadonlySet<NodeId> => {
  let known = runs.get(definition);
  if (!known) runs.set(definition, (known = new Map()));
  let run = known.get(from);
  if (!run) known.set(from, (run = closure(definition, from)));
  return run;
};

const closure = ({ nodes, flows, processes = {} }: Definition, from: NodeId): ReadonlySet<NodeId> => {
  // Behind an event-based gateway the token waits at the gateway, and passes the event when it happens.
  const isAwaited = ({ incoming }: Node): boolean => incoming.some((flow) => nodes[flows[flow]!.source]!.kind === 'eventBasedGateway');
  const passed = new Set<NodeId>();
  const work = [from, ...nodes[from]!.boundary];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    const node = nodes[id]!;
    if (id !== from && node.kind !== 'boundaryEvent' && rests(node) && !isAwaited(node)) continue;
    work.push(...node.outgoing.map((flow) => flows[flow]!.target));
    if (id !== from && isContainer(node)) work.push(...node.starts);
    if (id !== from && node.kind === 'callActivity') work.push(...Object.values(processes).flatMap(({ starts }) => starts));
  }
  return passed;
};

/** None of several instances, or no turn at all, and the token goes on at once. */
const rests = (node: Node): boolean => node.loop === undefined && surelyRests(node);
