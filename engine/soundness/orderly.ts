import type { Definition, Node, NodeId } from '../definition.ts';
import { isContainer } from '../watch.ts';

/**
 * Whether tokens that were born together meet at joins and ends alone: the ways out of each fork have no element in common before
 * a join, and none leads back to the fork without one. Two tokens then never come to one element, in whatever order they go.
 */
export const isOrderly = (definition: Definition): boolean => forks(definition).every((ways) => areApart(definition, ways));

/** The elements that a fork's tokens set out to, one list for each fork. */
const forks = (definition: Definition): readonly (readonly NodeId[])[] => {
  const { nodes, flows, processes = {} } = definition;
  const bodies = [definition, ...Object.values(processes), ...Object.values(nodes).filter(isContainer)];
  const splits = Object.values(nodes).map((node) => [
    ...(chooses(node) ? [] : node.outgoing.map((flow) => flows[flow]!.target)),
    ...besides(definition, node),
  ]);
  return [...splits, ...bodies.filter(({ starts }) => starts.some((id) => nodes[id]!.kind !== 'startEvent')).map(({ starts }) => starts)].filter(({ length }) => length > 1);
};

const chooses = ({ kind, outgoing }: Node): boolean => kind === 'exclusiveGateway' || kind === 'eventBasedGateway' || outgoing.length === 0;

/** Tokens that boundary events send out while the activity goes on. */
const besides = ({ nodes }: Definition, { boundary }: Node): readonly NodeId[] => boundary.filter((id) => {
  const event = nodes[id]!;
  return event.kind === 'boundaryEvent' && !event.interrupting;
});

const areApart = (definition: Definition, ways: readonly NodeId[]): boolean => {
  const taken = new Set<NodeId>();
  for (const way of ways) {
    const passed = untilJoins(definition, way);
    for (const id of passed) {
      if (taken.has(id) || (id !== way && ways.includes(id))) return false;
    }
    for (const id of passed) taken.add(id);
  }
  return true;
};

const untilJoins = ({ nodes, flows }: Definition, from: NodeId): ReadonlySet<NodeId> => {
  const passed = new Set<NodeId>();
  const work = [from];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    const node = nodes[id]!;
    if (passed.has(id) || node.kind === 'endEvent' || isJoin(node)) continue;
    passed.add(id);
    work.push(...node.outgoing.map((flow) => flows[flow]!.target), ...node.boundary);
  }
  return passed;
};

const isJoin = ({ kind, incoming }: Node): boolean => incoming.length > 1 && (kind === 'parallelGateway' || kind === 'inclusiveGateway');
