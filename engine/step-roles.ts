import type { StepProperties } from './definition.ts';

/** Roles whose holders may do a step: its one role, or else every group that was drawn for another engine; none when it names neither. */
export const stepRoles = ({ role, candidates = [] }: StepProperties): readonly string[] => (role === undefined ? [...new Set(candidates)] : [role]);

/** The role by which a step is named, and said whose turn it is. */
export const firstRole = (step: StepProperties): string | undefined => stepRoles(step)[0];
