import type { ModdleElement } from 'bpmn-moddle';
import type { StepProperties } from '../definition.ts';
import { formal } from './feel.ts';
import { isRoleCode } from './lane.ts';
import { many, one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

type Who = Pick<StepProperties, 'role' | 'candidates' | 'assignee'>;

/**
 * Who does a user task (BPMN 2.0.2, 10.3.1 and 10.3.4): a resource whose name is a role code gives that role, other names are groups of
 * candidates; the expression of a performer gives the account; `user(x), group(y)`, as others write potential owners, gives groups.
 * What asks for anything else is refused.
 */
export const whoDoes = (problems: Problems, element: ModdleElement): Who => {
  const roles = element.$instanceOf('bpmn:Activity') || element.$instanceOf('bpmn:GlobalTask') || element.$instanceOf('bpmn:Process') ? many(element, 'resources') : [];
  if (roles.length === 0) return {};
  if (element.$type !== 'bpmn:UserTask' && element.$type !== 'bpmn:GlobalUserTask') {
    problems.warn('resource-unused', element.id, `expected performers only of user tasks, but ${called(element)} has one, which changes nothing`);
    return {};
  }
  const names: string[] = [];
  let assignee: Who['assignee'];
  for (const role of roles) {
    const resource = one(role, 'resourceRef');
    const name = resource && (words(resource, 'name') ?? resource.id);
    const assignment = one(role, 'resourceAssignmentExpression');
    if (many(role, 'resourceParameterBindings').length > 0) refuse(problems, element, role, 'binds parameters of a resource');
    else if (name !== undefined && assignment) refuse(problems, element, role, 'does both');
    else if (name !== undefined) names.push(name);
    else if (assignment && role.$type === 'bpmn:PotentialOwner') names.push(...groupsIn(problems, element, assignment));
    else if (!assignment || assignee !== undefined) refuse(problems, element, role, 'names no resource');
    else assignee = formal(problems, assignment, 'expression', 'the performer', element)?.text;
  }
  const [only, ...others] = names;
  return {
    ...(only !== undefined && others.length === 0 && isRoleCode(only) ? { role: only } : names.length > 0 && { candidates: names }),
    ...(assignee !== undefined && { assignee }),
  };
};

const listed = /^\s*(?:user|group)\([^()]*\)(?:\s*,\s*(?:user|group)\([^()]*\))*\s*$/;

/** The groups of a list such as `user(kermit), group(clerk)`, which other engines take for potential owners. */
const groupsIn = (problems: Problems, element: ModdleElement, assignment: ModdleElement): readonly string[] => {
  const expression = one(assignment, 'expression');
  const text = (expression && words(expression, 'body'))?.trim() ?? '';
  if (!listed.test(text)) {
    problems.error('resource', element.id, `expected the potential owners of ${called(element)} to be resources, or a list such as "group(clerk)", but they are "${text}"`);
    return [];
  }
  const named = [...text.matchAll(/(user|group)\(([^()]*)\)/g)].map(([, kind, name = '']) => ({ kind, name: name.trim() })).filter(({ name }) => name !== '');
  const users = named.filter(({ kind }) => kind === 'user').map(({ name }) => name);
  if (users.length > 0) problems.warn('resource-unused', element.id, `expected ${called(element)} to be offered to roles, but it names the users ${users.join(', ')}, which changes nothing`);
  return named.filter(({ kind }) => kind === 'group').map(({ name }) => name);
};

const refuse = (problems: Problems, element: ModdleElement, role: ModdleElement, what: string): void =>
  problems.error('resource', element.id, `expected ${called(role)} of ${called(element)} to name a resource, or to be the one performer that an expression gives, but it ${what}`);
