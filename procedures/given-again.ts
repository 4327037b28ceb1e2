import type { Definition, Node, NodeId } from '../engine/definition.ts';
import { resultName } from '../engine/result-name.ts';
import { reach } from '../engine/soundness/reach.ts';
import { actionsIn } from '../engine/statechart/places.ts';
import { walk } from '../engine/statechart/walk.ts';
import { ownNames } from './rules/dossier-data.ts';

/**
 * Whether data under the name may be given once more when what one of the elements decided of them holds for good: after it and
 * before the clock starts without its deciding anew, or after the clock has started. Corrections of an application are not seen.
 */
export const isGivenAgain = (definition: Definition, deciding: readonly NodeId[], name: string): boolean => givers(definition, name).some((giver) => isAfter(definition, deciding, giver));

const isAfter = (definition: Definition, deciding: readonly NodeId[], giver: NodeId): boolean => {
  const { nodes, flows, machine } = definition;
  const clocks = Object.values(nodes).filter(({ step }) => step.clock === 'start').map(({ id }) => id);
  if (machine) return reach(definition, [...deciding, ...clocks]).nodes.has(giver);
  if (reach(definition, clocks.flatMap((id) => nodes[id]!.outgoing.map((flow) => flows[flow]!.target))).nodes.has(giver)) return true;
  const once: Definition = { ...definition, nodes: { ...nodes, ...Object.fromEntries(deciding.map((id) => [id, { ...nodes[id]!, outgoing: [] }])) } };
  const behind = deciding.flatMap((id) => nodes[id]!.outgoing.map((flow) => flows[flow]!.target));
  return reach(once, behind).nodes.has(giver) && clocks.some((clock) => reach(once, [giver]).nodes.has(clock));
};

const givers = ({ nodes, machine }: Definition, name: string): readonly NodeId[] => [
  ...Object.values(nodes).filter((node) => gives(node, name)).map(({ id }) => id),
  ...(machine ? [...walk(machine, machine.id)].filter(({ id, state }) => actionsIn(id, state).some((action) => action.type === 'assign' && Object.hasOwn(action.params, name))).map(({ id }) => id) : []),
];

const gives = (node: Node, name: string): boolean => {
  if (node.kind === 'callActivity') return node.propagate === true || node.step.result === name || Object.hasOwn({ ...node.step.outputs, ...node.keeps }, name);
  return ownNames(node).includes(name) || (resultName(node) === name && !node.step.outputs);
};
