import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Package } from '../library/package.ts';

/** Whether the applicant is to correct what they applied with: a step that stops the clock for it, or, before there is a clock, one with the procedure's form for it. */
export const isSupplement = ({ role, node, form }: Pick<TaskRow, 'role' | 'node' | 'form'>, { definition, procedure }: Pick<Package, 'definition' | 'procedure'>): boolean =>
  role === 'applicant' && (definition.nodes[node]?.step.clock === 'pause:supplement' || (form !== null && form === procedure.forms.supplement));
