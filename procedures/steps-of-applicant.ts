import type { Definition, NodeId } from '../engine/definition.ts';
import { reachableFrom } from '../engine/reachability.ts';
import { stepRoles } from '../engine/step-roles.ts';

/** The applicant's own steps that a token may come to from a start event, whatever the data: a dossier that nobody filed has nobody to do them. */
export const stepsOfApplicant = (definition: Definition, start: NodeId): readonly NodeId[] => {
  const reached = reachableFrom(definition, [start, ...definition.handlers ?? []]);
  return Object.values(definition.nodes).filter(({ id, step }) => reached.has(id) && stepRoles(step).includes('applicant')).map(({ id }) => id);
};
