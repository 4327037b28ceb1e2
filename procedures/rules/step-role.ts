import { roles } from '../role.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const known: ReadonlySet<string> = new Set(roles);

/** Every step of a person says whose it is, and there are such people. */
export const stepRole: Rule = {
  name: 'step-role',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const { candidates, role = candidates?.[0] } = node.step;
      if (candidates && candidates.length > 1 && node.step.role === undefined) yield warning(node.id, `expected step ${called(node)} to be offered to one role, but it names ${candidates.join(', ')}: it is offered to the first`);
      if (node.kind === 'userTask' && role === undefined) yield error(node.id, `expected step ${called(node)} to have a role, but it names none`);
      if (role !== undefined && !known.has(role)) yield error(node.id, `expected the role of step ${called(node)} to be one of ${roles.join(', ')}, but it is "${role}"`);
    }
  },
};
