import type { StepProperties } from '../engine/definition.ts';
import { stepRoles } from '../engine/step-roles.ts';

/** Roles whose holders may do a step; a handler's when the drawing names none. Never empty. */
export function rolesOf(step: StepProperties): readonly string[] {
  const named = stepRoles(step);
  return named.length === 0 ? ['handler'] : named;
}
