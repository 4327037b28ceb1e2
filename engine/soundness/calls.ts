import type { CallActivity, Definition, Expression, Node, NodeId } from '../definition.ts';

/** The process whose data an element sees: the definition's own, or a called one. */
export const processOf = ({ id, nodes, processes = {} }: Definition, element: NodeId): string => {
  for (let node = nodes[element]; node; node = nodes[node.parent]) if (Object.hasOwn(processes, node.parent)) return node.parent;
  return id;
};

/** The processes that a call may call; any, where an expression names it. */
export const calledBy = ({ id, processes = {} }: Definition, { called }: CallActivity): readonly string[] => (typeof called === 'string' ? [called] : [id, ...Object.keys(processes)]);

/** No name of data. */
const name = '\n';

/** A call as it is proven: what it hands over and hands back has one more entry, by whose asking the prover sees that the called process begins or has ended. */
export const watched = (node: Node): Node => (node.kind === 'callActivity'
  ? { ...node, step: { ...node.step, inputs: { ...node.step.inputs, [name]: { text: 'null' } }, outputs: { ...node.step.outputs, [name]: { text: 'null' } } } }
  : node);

/** What is asked when the called process begins, and when it has ended. */
export const watchedBy = ({ step }: CallActivity): { readonly begin?: Expression; readonly end?: Expression } => {
  const [begin, end] = [step.inputs?.[name], step.outputs?.[name]];
  return { ...(begin && { begin }), ...(end && { end }) };
};
