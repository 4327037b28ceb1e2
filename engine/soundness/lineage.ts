import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import type { Token } from '../state.ts';
import { isJoin, type Reached } from './reach.ts';

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

const walk = ({ nodes, flows }: Definition, flow: FlowId): ReadonlySet<string> => {
  const join = flows[flow]!.target;
  const seen = new Set<string>();
  const work: FlowId[] = [flow];
  const visit = (node: Node): void => {
    if (seen.has(node.id) || node.id === join) return;
    seen.add(node.id);
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
 * Whether two of the tokens, or two that come of one of them, may wait by the flow at once if its join is not passed. Tokens of a scope come of one another:
 * two that meet were two before, or one that was split where both ways lead here. Sees more than can happen, never less.
 */
export const mayCrowd = (definition: Definition, flow: FlowId, tokens: readonly Token[], { nodes }: Reached): boolean => {
  const before = leadsTo(definition, flow);
  const coming = tokens.filter(({ at, via }) => before.has(isJoin(definition.nodes[at]!) ? via! : at)).length;
  return coming > 1 || [...nodes].some((id) => before.has(id) && ways(definition, id, before) > 1);
};

/** On how many ways at once a token goes on from the element towards the flow. */
const ways = ({ nodes }: Definition, id: NodeId, before: ReadonlySet<string>): number => {
  const { kind, outgoing, boundary } = nodes[id]!;
  const on = outgoing.filter((flow) => before.has(flow)).length;
  const beside = boundary.filter((event) => before.has(event) && !isInterrupting(nodes[event]!)).length;
  return beside + (kind === 'exclusiveGateway' || kind === 'eventBasedGateway' ? Math.min(on, 1) : on);
};

const isInterrupting = (node: Node): boolean => node.kind !== 'boundaryEvent' || node.interrupting;
