import type { ModdleElement } from 'bpmn-moddle';
import type { Node, NodeId } from '../definition.ts';
import { one } from './moddle.ts';
import type { Problems } from './problem.ts';

/** Hangs each compensation handler on its boundary event: the activity an association leads to (BPMN 2.0.2, 10.7). */
export const associate = (problems: Problems, nodes: Map<NodeId, Node>, associations: readonly ModdleElement[]): void => {
  const compensated = new Map<NodeId, NodeId>();
  for (const node of nodes.values()) {
    if (node.kind !== 'boundaryEvent' || node.event.kind !== 'compensation') continue;
    const handlers = associations.flatMap((association) => {
      const ends = [one(association, 'sourceRef')?.id, one(association, 'targetRef')?.id];
      return ends.includes(node.id) ? ends.filter((id) => id !== node.id && id !== undefined && nodes.has(id)) as NodeId[] : [];
    });
    const [handler] = handlers;
    const other = compensated.get(node.attachedTo);
    compensated.set(node.attachedTo, node.id);
    if (other !== undefined) problems.error('compensation-handler', node.id, `expected one compensation event at ${node.attachedTo}, but there are ${other} and ${node.id}`);
    if (handlers.length !== 1 || handler === undefined) {
      problems.incomplete('compensation-handler', node.id, `expected an association from compensation event ${node.id} to the one activity that compensates, but there are ${handlers.length}`);
    } else if (!nodes.get(handler)!.forCompensation) {
      problems.error('compensation-handler', handler, `expected ${handler} to be marked as compensation, because it compensates ${node.attachedTo}, but it is not`);
    } else if (nodes.get(handler)!.parent !== node.parent) {
      problems.error('compensation-handler', handler, `expected ${handler} to stand beside ${node.attachedTo}, which it compensates, but it stands in ${nodes.get(handler)!.parent}`);
    } else nodes.set(node.id, { ...node, handler });
  }
};
