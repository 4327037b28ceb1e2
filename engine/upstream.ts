import type { Definition, FlowId, NodeId } from './definition.ts';

type Upstream = ReadonlyMap<FlowId, ReadonlySet<NodeId>>;

const known = new WeakMap<Definition, Map<NodeId, Upstream>>();

/** Elements from which a token can reach the flow without passing through `gateway`; boundary events leave from their activity. */
const before = (definition: Definition, flow: FlowId, gateway: NodeId): ReadonlySet<NodeId> => {
  const seen = new Set<NodeId>();
  const work: NodeId[] = [definition.flows[flow]!.source];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (id === gateway || seen.has(id)) continue;
    seen.add(id);
    const node = definition.nodes[id]!;
    for (const incoming of node.incoming) work.push(definition.flows[incoming]!.source);
    if (node.kind === 'boundaryEvent') work.push(node.attachedTo);
  }
  return seen;
};

/** For each incoming flow of a gateway, where tokens may stand that can still reach it. Computed once per definition. */
export const upstream = (definition: Definition, gateway: NodeId): Upstream => {
  let tables = known.get(definition);
  if (!tables) known.set(definition, (tables = new Map()));
  let table = tables.get(gateway);
  if (!table) {
    table = new Map(definition.nodes[gateway]!.incoming.map((flow) => [flow, before(definition, flow, gateway)]));
    tables.set(gateway, table);
  }
  return table;
};
