import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import { isContainer } from '../watch.ts';

/**
 * Where tokens that stand at `entries`, or wait at parallel joins by `arrivals`, may ever come. A parallel join is passed only
 * when all its flows can be filled by these tokens; without `arrivals`, whoever else there is may fill them. Sees more than can
 * happen, never less.
 */
export const reach = (definition: Definition, entries: Iterable<NodeId>, arrivals?: Iterable<FlowId>): ReadonlySet<NodeId> => {
  const { nodes, flows, processes = {} } = definition;
  const reached = new Set<NodeId>();
  const filled = new Set<FlowId>();
  const work: NodeId[] = [];
  const mark = (id: NodeId): void => {
    if (reached.has(id)) return;
    reached.add(id);
    work.push(id);
  };
  const follow = (id: FlowId): void => {
    filled.add(id);
    const target = nodes[flows[id]!.target]!;
    if (!arrivals || !isParallelJoin(target) || target.incoming.every((flow) => filled.has(flow))) mark(target.id);
  };
  for (const id of entries) mark(id);
  for (const id of arrivals ?? []) follow(id);
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    const node = nodes[id]!;
    for (const flow of node.outgoing) follow(flow);
    for (const boundary of node.boundary) mark(boundary);
    if (isContainer(node)) for (const inner of [...node.starts, ...node.handlers]) mark(inner);
    if (node.kind !== 'callActivity') continue;
    for (const called of typeof node.called === 'string' ? [processes[node.called]] : Object.values(processes)) {
      for (const inner of [...called?.starts ?? [], ...called?.handlers ?? []]) mark(inner);
    }
  }
  return reached;
};

export const isParallelJoin = (node: Node): boolean => node.kind === 'parallelGateway' && node.incoming.length > 1;

const runs = new WeakMap<Definition, Map<NodeId, ReadonlySet<NodeId>>>();

/** What a token passes or comes to rest at in one step after it is done at the element or interrupted there. */
export const runFrom = (definition: Definition, from: NodeId): ReadonlySet<NodeId> => {
  let known = runs.get(definition);
  if (!known) runs.set(definition, (known = new Map()));
  let run = known.get(from);
  if (!run) known.set(from, (run = closure(definition, from)));
  return run;
};

const closure = ({ nodes, flows, processes = {} }: Definition, from: NodeId): ReadonlySet<NodeId> => {
  const passed = new Set<NodeId>();
  const work = [from, ...nodes[from]!.boundary];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    const node = nodes[id]!;
    if (id !== from && node.kind !== 'boundaryEvent' && rests(node)) continue;
    work.push(...node.outgoing.map((flow) => flows[flow]!.target));
    if (id !== from && isContainer(node)) work.push(...node.starts);
    if (id !== from && node.kind === 'callActivity') work.push(...Object.values(processes).flatMap(({ starts }) => starts));
  }
  return passed;
};

const rests = (node: Node): boolean => {
  switch (node.kind) {
    case 'userTask':
    case 'serviceTask':
    case 'receiveTask':
    case 'eventBasedGateway': return true;
    case 'parallelGateway': return node.incoming.length > 1;
    case 'intermediateCatchEvent': return node.event.kind !== 'none' && node.event.kind !== 'link';
    default: return false;
  }
};
