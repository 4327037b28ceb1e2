import type { Definition, NodeId } from './definition.ts';
import { firstRole, stepRoles } from './step-roles.ts';

/** Where people of the office begin instances themselves: a plain start event of the process that names their role. */
export interface HandStart {
  readonly node: NodeId;
  /** Whoever holds one of them begins it. */
  readonly roles: readonly string[];
}

/** Nobody files these: whoever holds the role begins them. A start event that names the applicant is one by which they file, as one that names nobody. */
export const handStarts = (definition: Definition): readonly HandStart[] => definition.starts.flatMap((id): HandStart[] => {
  const node = definition.nodes[id];
  const roles = node === undefined ? [] : stepRoles(node.step);
  return node?.kind === 'startEvent' && node.event.kind === 'none' && roles.length > 0 && !roles.includes('applicant') ? [{ node: id, roles }] : [];
});

/** Plain start events that are open to whoever files. */
export const filedStarts = ({ starts, nodes }: Definition): readonly NodeId[] => starts.filter((id) => {
  const node = nodes[id];
  return node?.kind === 'startEvent' && node.event.kind === 'none' && (firstRole(node.step) ?? 'applicant') === 'applicant';
});
