import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import type { Token } from '../state.ts';
import { eventParts } from './event-parts.ts';
import { isJoin, reachedFrom, type Reached } from './reach.ts';

const known = new WeakMap<Definition, Map<FlowId, ReadonlySet<string>>>();

/**
 * Elements and flows from which a token may come to the join's flow without passing the join. A parallel join takes a token of each flow: which of them goes on is
 * ours to say, and we say the one of its first flow. So ways that come together there are one way.
 */
const leadsTo = (definition: Definition, flow: FlowId): ReadonlySet<string> => {
  let table = known.get(definition);
  if (!table) known.set(definition, (table = new Map()));
  let before = table.get(flow);
  if (!before) table.set(flow, (before = walk(definition, flow)));
  return before;
};

const walk = (definition: Definition, flow: FlowId): ReadonlySet<string> => {
  const { nodes, flows } = definition;
  const join = flows[flow]!.target;
  const seen = new Set<string>();
  const work: FlowId[] = [flow];
  const visit = (node: Node): void => {
    if (seen.has(node.id) || node.id === join) return;
    seen.add(node.id);
    if (goesOnOnce(definition, node)) return;
    work.push(...node.kind === 'parallelGateway' ? node.incoming.slice(0, 1) : node.incoming);
    if (node.kind === 'boundaryEvent') visit(nodes[node.attachedTo]!);
  };
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    visit(nodes[flows[id]!.source]!);
  }
  return seen;
};

/**
 * Whether a join with a condition sends out one token by each flow, whoever comes, as long as no two come by one flow: it takes in
 * those who come late, and nothing leads back to it.
 */
const goesOnOnce = (definition: Definition, { id, kind, incoming, outgoing }: Node): boolean => {
  const { flows, nodes } = definition;
  return kind === 'complexGateway' && incoming.length > 1 && nodes[id]!.default === undefined
    && outgoing.every((flow) => flows[flow]!.condition === undefined && !reachedFrom(definition, flows[flow]!.target).has(id));
};

/**
 * Whether two of the tokens, or two that come of one of them, may wait by the flow at once if its join is not passed. Tokens of a scope come of one another:
 * two that meet were two before, or one that was split where both ways lead here. Sees more than can happen, never less.
 */
export const mayCrowd = (definition: Definition, flow: FlowId, tokens: readonly Token[], reached: Reached): boolean => {
  const before = leadsTo(definition, flow);
  const isOnce = (id: NodeId): boolean => goesOnOnce(definition, definition.nodes[id]!);
  const coming = tokens.filter(({ at, via }) => before.has(isJoin(definition.nodes[at]!) ? via! : at) && !isOnce(at)).length;
  const joined = [...before].filter((id) => reached.nodes.has(id) && isOnce(id));
  return coming + joined.length > 1 || [...reached.nodes].some((id) => before.has(id) && ways(definition, id, before) > 1)
    || joined.some((id) => definition.nodes[id]!.incoming.some((one) => reached.flows.has(one) && mayCrowd(definition, one, tokens, reached)));
};

/** On how many ways at once a token goes on from the element towards the flow; two stand for any number. */
const ways = ({ nodes }: Definition, id: NodeId, before: ReadonlySet<string>): number => {
  const { kind, outgoing, boundary, completionQuantity = 1 } = nodes[id]!;
  const on = outgoing.filter((flow) => before.has(flow)).length;
  const beside = boundary.filter((event) => before.has(event)).reduce((sum, event) => sum + times(nodes[event]!), 0);
  return beside + (kind === 'exclusiveGateway' || kind === 'eventBasedGateway' ? Math.min(on, 1) : on * completionQuantity);
};

/** How often an event sends out a token beside the work: what is thrown may be thrown again, all else happens once. */
const times = (node: Node): number => {
  if (node.kind !== 'boundaryEvent' || node.interrupting) return 0;
  return eventParts(node.event).some(({ kind }) => kind === 'signal' || kind === 'escalation') ? 2 : 1;
};
