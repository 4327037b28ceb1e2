import type { Flow, Node, NodeId } from '../definition.ts';
import type { Problems } from './problem.ts';

const nameOf = (node: Node): string | undefined =>
  (node.kind === 'intermediateCatchEvent' || node.kind === 'intermediateThrowEvent') && node.event.kind === 'link' ? node.event.name : undefined;

/** Joins each throwing link event to the catching one of its name in the same scope, as if a flow were drawn (BPMN 2.0.2, 10.5.5). */
export const linkFlows = (problems: Problems, nodes: ReadonlyMap<NodeId, Node>): readonly Flow[] => {
  const catching = new Map<string, Node[]>();
  const sources = [...nodes.values()].filter((node) => node.kind === 'intermediateThrowEvent' && nameOf(node) !== undefined);
  for (const node of nodes.values()) {
    if (node.kind !== 'intermediateCatchEvent' || nameOf(node) === undefined) continue;
    const key = `${node.parent} ${nameOf(node)}`;
    catching.set(key, [...catching.get(key) ?? [], node]);
    if (!sources.some((source) => source.parent === node.parent && nameOf(source) === nameOf(node))) {
      problems.incomplete('link-pair', node.id, `expected a throwing link event "${nameOf(node)}" in the scope of ${node.id}, but there is none and nothing can come here`);
    }
  }
  return sources.flatMap((source) => {
    const targets = catching.get(`${source.parent} ${nameOf(source)}`) ?? [];
    const [target] = targets;
    if (targets.length === 1 && target) return [{ id: `${source.id} -> ${target.id}`, source: source.id, target: target.id, link: true as const }];
    problems.incomplete('link-pair', source.id, `expected one catching link event "${nameOf(source)}" in the scope of ${source.id}, but there are ${targets.length}`);
    return [];
  });
};
