import type { Definition, NodeId } from '../../engine/definition.ts';
import { called, error, nodesOf, type Rule } from './rule.ts';

/** Where a token may be next, drawn flows and boundary events alike. */
const nextOf = ({ nodes, flows }: Definition, id: NodeId): readonly NodeId[] => {
  const node = nodes[id]!;
  return [...node.outgoing.map((flow) => flows[flow]!.target), ...node.boundary, ...(node.kind === 'subProcess' ? node.starts : [])];
};

/** Every step can be reached from a start, and from every step there is a way to an end. */
export const reachable: Rule = {
  name: 'reachable',
  *check(loaded) {
    const { definition } = loaded;
    const reached = new Set<NodeId>();
    const work = [...definition.starts];
    for (let id = work.pop(); id !== undefined; id = work.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      work.push(...nextOf(definition, id));
    }
    for (const node of nodesOf(loaded)) if (!reached.has(node.id)) yield error(node.id, `expected a way from the start to ${called(node)}, but there is none`);
    const ending = new Set(nodesOf(loaded).filter(({ kind, outgoing }) => kind === 'endEvent' || outgoing.length === 0).map(({ id }) => id));
    for (let grown = true; grown; ) {
      grown = false;
      for (const { id } of nodesOf(loaded)) {
        if (ending.has(id) || !nextOf(definition, id).some((next) => ending.has(next))) continue;
        ending.add(id);
        grown = true;
      }
    }
    for (const node of nodesOf(loaded)) if (!ending.has(node.id)) yield error(node.id, `expected a way from ${called(node)} to an end, but there is none`);
  },
};
