import type { Definition, Node } from '../../engine/definition.ts';
import { reachableFrom } from '../../engine/reachability.ts';

const holders = ({ nodes }: Definition, { parent }: Node): readonly Node[] => {
  const holder = nodes[parent];
  return holder ? [holder, ...holders({ nodes } as Definition, holder)] : [];
};

/**
 * Names under which a step keeps its answer that cannot be known yet at an element: no step of that name leads there, within
 * whatever sub-processes. A step beside it, in a branch of its own, is not known for sure.
 */
export const unknownAt = (definition: Definition, element: string): ReadonlySet<string> => {
  const all = Object.values(definition.nodes);
  const known = (node: Node): boolean => node.id === element || reachableFrom(definition, [node, ...holders(definition, node)].map(({ id }) => id)).has(element);
  const nameOf = ({ id, step }: Node): string => step.result ?? id;
  const before = new Set(all.filter(known).map(nameOf));
  return new Set(all.map(nameOf).filter((name) => !before.has(name)));
};
