import type { Definition, Node } from '../../engine/definition.ts';
import { knownWords, placeOf } from '../../engine/element-words.ts';
import type { Finding } from '../finding.ts';
import type { LoadedProcedure } from '../loaded.ts';

/** One thing that a package must hold, looked at in a package that loads. The rule's name is its file's. */
export interface Rule {
  readonly name: string;
  readonly check: (loaded: LoadedProcedure) => Iterable<Omit<Finding, 'rule'>>;
}

export const nodesOf = ({ definition }: LoadedProcedure): readonly Node[] => Object.values(definition.nodes);
/** A step as its author finds it: by its name, or by what stands around it, and its id. */
export const called = (definition: Definition, node: Node): string => {
  if (node.name) return `"${node.name}" (${node.id})`;
  const words = knownWords(placeOf(definition, node, 'en'), 'en');
  return words === undefined ? node.id : `${words} (${node.id})`;
};
/** Without a file it is the one in which the process stands. */
export const error = (element: string, message: string, file?: string): Omit<Finding, 'rule'> => ({ severity: 'error', element, message, ...(file !== undefined && { file }) });
export const warning = (element: string, message: string, file?: string): Omit<Finding, 'rule'> => ({ ...error(element, message, file), severity: 'warning' });
