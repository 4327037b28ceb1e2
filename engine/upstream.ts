import type { Definition, FlowId, NodeId } from './definition.ts';

/** Where tokens may stand that can still reach a flow without passing through its gateway. */
export interface Upstream {
  /** By sequence flows alone: the paths of the standard. */
  readonly drawn: ReadonlySet<NodeId>;
  /** Also by an interrupting boundary event of the activity in which the token stands: the token may go that way. One that does not interrupt sends a token of its own, which nobody waits for. */
  readonly possible: ReadonlySet<NodeId>;
}

const known = new WeakMap<Definition, Map<NodeId, ReadonlyMap<FlowId, Upstream>>>();

const before = (definition: Definition, flow: FlowId, gateway: NodeId, throughBoundaries: boolean): ReadonlySet<NodeId> => {
  const seen = new Set<NodeId>();
  const work: NodeId[] = [definition.flows[flow]!.source];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (id === gateway || seen.has(id)) continue;
    seen.add(id);
    const node = definition.nodes[id]!;
    for (const incoming of node.incoming) work.push(definition.flows[incoming]!.source);
    if (throughBoundaries && node.kind === 'boundaryEvent' && node.interrupting) work.push(node.attachedTo);
  }
  return seen;
};

/** For each incoming flow of a gateway, what lies before it. Computed once per definition. */
export const upstream = (definition: Definition, gateway: NodeId): ReadonlyMap<FlowId, Upstream> => {
  let tables = known.get(definition);
  if (!tables) known.set(definition, (tables = new Map()));
  let table = tables.get(gateway);
  if (!table) {
    table = new Map(definition.nodes[gateway]!.incoming.map((flow) => [flow, { drawn: before(definition, flow, gateway, false), possible: before(definition, flow, gateway, true) }]));
    tables.set(gateway, table);
  }
  return table;
};
