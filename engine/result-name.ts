import type { Node } from './definition.ts';

/** The name under which an element keeps its answer. */
export const resultName = ({ id, origin = id, step }: Pick<Node, 'id' | 'origin' | 'step'>): string => step.result ?? origin;
