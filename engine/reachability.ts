import type { CallActivity, Definition, Node, NodeId } from './definition.ts';
import { mayRest } from './rest.ts';

/** Where a token may be next, whatever the data: along flows, into what is within, at what is attached, in what is called. */
export const successors = (definition: Definition, node: Node): readonly NodeId[] => [
  ...node.outgoing.map((flow) => definition.flows[flow]!.target),
  ...node.boundary,
  ...(node.kind === 'boundaryEvent' && node.handler !== undefined ? [node.handler] : []),
  ...('handlers' in node ? [...node.starts, ...node.handlers] : []),
  ...(node.kind === 'callActivity' ? called(definition, node.called) : []),
];

/** Where the processes begin that a call may mean: all of them when an expression chooses. */
const called = ({ processes = {} }: Definition, name: CallActivity['called']): readonly NodeId[] => {
  const meant = typeof name === 'string' ? [processes[name]] : Object.values(processes);
  return meant.flatMap((process) => [...process?.starts ?? [], ...process?.handlers ?? []]);
};

/** What begins an instance by an event, without a start event. */
const instantiating = ({ nodes }: Definition): readonly NodeId[] =>
  Object.values(nodes).filter((node) => 'instantiate' in node && node.instantiate).map(({ id }) => id);

/** Elements that a token may enter from some, whatever the data; those themselves among them. */
export const reachableFrom = (definition: Definition, from: readonly NodeId[]): ReadonlySet<NodeId> => {
  const seen = new Set<NodeId>();
  const work = [...from];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    work.push(...successors(definition, definition.nodes[id]!));
  }
  return seen;
};

/** Elements that no token can ever enter, whatever the data. */
export const unreachable = (definition: Definition): readonly NodeId[] => {
  const seen = reachableFrom(definition, [...definition.starts, ...definition.handlers ?? [], ...instantiating(definition)]);
  return Object.keys(definition.nodes).filter((id) => !seen.has(id));
};

/** Whether a token comes to rest, ends or is held up here; a sub-process is given the benefit of the doubt. */
const rests = (node: Node): boolean => node.outgoing.length === 0 || node.loop !== undefined || mayRest(node);

/** Where a called process of the same definition begins. */
const begunByCall = (definition: Definition, called: string): readonly NodeId[] => {
  const body = called === definition.id ? definition : definition.processes?.[called];
  return (body?.starts ?? []).filter((id) => {
    const start = definition.nodes[id]!;
    return start.kind !== 'startEvent' || start.event.kind === 'none';
  });
};

/** Where a token goes on from here, or what it surely begins, whatever the data. */
const surely = (definition: Definition, node: Node): readonly NodeId[] => {
  if (node.loop || node.startQuantity !== undefined) return [];
  if (node.kind === 'subProcess' || node.kind === 'transaction') return node.starts;
  if (node.kind === 'callActivity') return typeof node.called === 'string' ? begunByCall(definition, node.called) : [];
  if (rests(node)) return [];
  const flows = node.outgoing.map((id) => definition.flows[id]!);
  const chooses = node.kind === 'exclusiveGateway' ? flows.length > 1 : flows.some(({ condition }) => condition);
  return chooses ? [] : flows.map(({ target }) => target);
};

/** A circle of certain steps. */
const forcedLoop = (definition: Definition): readonly NodeId[] | undefined => {
  const done = new Set<NodeId>();
  for (const first of Object.keys(definition.nodes)) {
    const path: NodeId[] = [];
    const onPath = new Set<NodeId>();
    const work: (NodeId | undefined)[] = [first];
    while (work.length > 0) {
      const id = work.pop();
      if (id === undefined) {
        const left = path.pop()!;
        onPath.delete(left);
        done.add(left);
      } else if (onPath.has(id)) return path.slice(path.indexOf(id));
      else if (!done.has(id)) {
        path.push(id);
        onPath.add(id);
        work.push(undefined, ...surely(definition, definition.nodes[id]!));
      }
    }
  }
  return undefined;
};

/** Elements from which every way, however chosen, goes on for ever. */
const restless = (definition: Definition): readonly NodeId[] => {
  const calm = new Set<NodeId>();
  const work = Object.values(definition.nodes).filter(rests).map(({ id }) => id);
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (calm.has(id)) continue;
    calm.add(id);
    for (const flow of definition.nodes[id]!.incoming) work.push(definition.flows[flow]!.source);
  }
  return Object.keys(definition.nodes).filter((id) => !calm.has(id));
};

/**
 * A loop in which a token never comes to rest, whatever the data: nothing in it waits and no choice leads out.
 * A loop that a condition may leave is allowed; the step budget guards it.
 */
export const endlessLoop = (definition: Definition): readonly NodeId[] | undefined => {
  const loop = forcedLoop(definition);
  if (loop) return loop;
  const never = restless(definition);
  return never.length > 0 ? never : undefined;
};
