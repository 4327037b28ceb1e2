import type { Node } from '../../engine/definition.ts';
import type { Finding } from '../finding.ts';
import type { LoadedProcedure } from '../loaded.ts';

/** One thing that a package must hold, looked at in a package that loads. The rule's name is its file's. */
export interface Rule {
  readonly name: string;
  readonly check: (loaded: LoadedProcedure) => Iterable<Omit<Finding, 'rule'>>;
}

export const nodesOf = ({ definition }: LoadedProcedure): readonly Node[] => Object.values(definition.nodes);
/** A step as its author finds it. */
export const called = ({ id, name }: Node): string => (name ? `"${name}" (${id})` : id);
/** Without a file it is the one in which the process stands. */
export const error = (element: string, message: string, file?: string): Omit<Finding, 'rule'> => ({ severity: 'error', element, message, ...(file !== undefined && { file }) });
export const warning = (element: string, message: string, file?: string): Omit<Finding, 'rule'> => ({ ...error(element, message, file), severity: 'warning' });
