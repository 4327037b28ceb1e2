import { stepRoles } from '../../engine/step-roles.ts';
import { roles } from '../role.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const known: ReadonlySet<string> = new Set(roles);

/** Every step of a person says whose it is, and there are such people; the applicant shares a step with nobody. */
export const stepRole: Rule = {
  name: 'step-role',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const named = stepRoles(node.step);
      const { role, candidates } = node.step;
      if (node.kind === 'userTask' && named.length === 0) yield error(node.id, `expected step ${called(loaded.definition, node)} to have a role, but it names none`);
      if (role !== undefined && candidates?.some((group) => group !== role)) yield warning(node.id, `expected step ${called(loaded.definition, node)} to name a role or groups, but it names both: it is offered to ${role} alone`);
      if (named.length > 1 && named.includes('applicant')) yield error(node.id, `expected step ${called(loaded.definition, node)} to be either the applicant's or the staff's, but it names ${named.join(', ')}`);
      for (const one of named) if (!known.has(one)) yield error(node.id, `expected the role of step ${called(loaded.definition, node)} to be one of ${roles.join(', ')}, but it is "${one}"`);
    }
  },
};
