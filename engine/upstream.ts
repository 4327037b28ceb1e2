import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import type { Token } from './state.ts';

/** Where tokens may stand that can still reach a flow without passing through its gateway. */
export interface Upstream {
  /** By sequence flows alone: the paths of the standard. */
  readonly drawn: ReadonlySet<NodeId>;
  /** Also by an interrupting boundary event of the activity in which the token stands: the token may go that way. One that does not interrupt sends a token of its own, which nobody waits for. */
  readonly possible: ReadonlySet<NodeId>;
  /** By any boundary event: a token of its own may come from there. */
  readonly ever: ReadonlySet<NodeId>;
}

type Through = 'none' | 'interrupting' | 'all';

const known = new WeakMap<Definition, Map<NodeId, ReadonlyMap<FlowId, Upstream>>>();

const before = (definition: Definition, flow: FlowId, gateway: NodeId, through: Through): ReadonlySet<NodeId> => {
  const seen = new Set<NodeId>();
  const work: NodeId[] = [definition.flows[flow]!.source];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (id === gateway || seen.has(id)) continue;
    seen.add(id);
    const node = definition.nodes[id]!;
    for (const incoming of node.incoming) work.push(definition.flows[incoming]!.source);
    if (node.kind === 'boundaryEvent' && (through === 'all' || (through === 'interrupting' && node.interrupting))) work.push(node.attachedTo);
  }
  return seen;
};

/** For each incoming flow of a gateway, what lies before it. Computed once per definition. */
export const upstream = (definition: Definition, gateway: NodeId): ReadonlyMap<FlowId, Upstream> => {
  let tables = known.get(definition);
  if (!tables) known.set(definition, (tables = new Map()));
  let table = tables.get(gateway);
  if (!table) {
    table = new Map(definition.nodes[gateway]!.incoming.map((flow) => [flow, { drawn: before(definition, flow, gateway, 'none'), possible: before(definition, flow, gateway, 'interrupting'), ever: before(definition, flow, gateway, 'all') }]));
    tables.set(gateway, table);
  }
  return table;
};

/** Whether a join waits for one of the tokens: it may come to an empty flow, and has no way to a filled one (BPMN 2.0.2, table 13.3). */
export const awaited = (definition: Definition, { id }: Node, empty: readonly FlowId[], filled: readonly FlowId[], resting: readonly Token[]): boolean => {
  if (empty.length === 0) return false;
  const before = upstream(definition, id);
  return resting.some(({ at }) => at !== id && empty.some((flow) => before.get(flow)!.possible.has(at)) && !filled.some((flow) => before.get(flow)!.drawn.has(at)));
};
