import type { Definition, Node, NodeId } from '../definition.ts';

const outside: ReadonlySet<Node['kind']> = new Set(['startEvent', 'boundaryEvent', 'eventSubProcess']);

/** The scopes around an element, the outermost first, and the element itself. */
const pathTo = (definition: Definition, element: NodeId): readonly Node[] => {
  const path: Node[] = [];
  for (let node = definition.nodes[element]; node; node = definition.nodes[node.parent]) path.unshift(node);
  return path;
};

const isBehindGateway = ({ nodes, flows }: Definition, { incoming }: Node): boolean => incoming.some((flow) => nodes[flows[flow]!.source]!.kind === 'eventBasedGateway');

/** The way to an element at which an instance may begin: only sub-processes that are done once lie around it. */
const wayTo = (definition: Definition, element: NodeId): readonly Node[] => {
  const path = pathTo(definition, element);
  const [node, outermost] = [path.at(-1), path[0]];
  if (!node || outermost!.parent !== definition.id) throw new Error(`expected an element ${element} to begin at, but ${definition.id} has none`);
  if (outside.has(node.kind) || node.forCompensation || isBehindGateway(definition, node)) throw new Error(`expected an element to begin at, but ${element} is a ${node.kind} that something else begins`);
  for (const around of path.slice(0, -1)) {
    if (around.kind !== 'subProcess' && around.kind !== 'transaction') throw new Error(`expected to begin ${element} within sub-processes, but ${around.id} is a ${around.kind}`);
    if (around.loop) throw new Error(`expected to begin ${element} within sub-processes that are done once, but ${around.id} is done several times`);
  }
  return path;
};

/** A definition whose instances begin at these elements, the scopes around them open, and nowhere else: for tests that begin in the midst of a process. */
export const beginningAt = (definition: Definition, elements: readonly NodeId[]): Definition => {
  const starts = new Map<NodeId, Set<NodeId>>();
  for (const element of elements) for (const node of wayTo(definition, element)) starts.set(node.parent, (starts.get(node.parent) ?? new Set()).add(node.id));
  const nodes = Object.fromEntries(Object.entries(definition.nodes).map(([id, node]) => [id, 'starts' in node && starts.has(id) ? { ...node, starts: [...starts.get(id)!] } : node]));
  return { ...definition, nodes, starts: [...starts.get(definition.id) ?? definition.starts] };
};
