import type { Definition, NodeId } from '../definition.ts';
import { isContainer } from '../watch.ts';

const known = new WeakMap<Definition, ReadonlyMap<NodeId, number>>();

/** Where each element stands when the ways are gone one by one, each to its end: what belongs to one branch stands together. */
export const orderOf = (definition: Definition): ReadonlyMap<NodeId, number> => {
  let order = known.get(definition);
  if (!order) known.set(definition, (order = walk(definition)));
  return order;
};

const walk = ({ nodes, flows, starts }: Definition): ReadonlyMap<NodeId, number> => {
  const order = new Map<NodeId, number>();
  const work = [...starts, ...Object.keys(nodes)].toReversed();
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (order.has(id)) continue;
    order.set(id, order.size);
    const node = nodes[id]!;
    const next = [...isContainer(node) ? [...node.starts, ...node.handlers] : [], ...node.outgoing.map((flow) => flows[flow]!.target), ...node.boundary];
    work.push(...next.toReversed());
  }
  return order;
};
