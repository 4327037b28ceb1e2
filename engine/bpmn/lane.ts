import type { ModdleElement } from 'bpmn-moddle';
import { isWithin, many, one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

const roleCode = /^[a-z][a-z0-9_-]*$/;

/** Whether a name is the code of a role and not only a caption. */
export const isRoleCode = (name: string): boolean => roleCode.test(name);

/** What a lane says its role is, or its name when that is a role code. */
const roleOf = (lane: ModdleElement): string | undefined => {
  const name = words(lane, 'name');
  return words(lane, 'motcua:role') ?? (name !== undefined && isRoleCode(name) ? name : undefined);
};

/** The role a lane gives to the elements in it, and to those of the lanes within it that say none; it holds for all that is within them too. */
export const laneRoles = (problems: Problems, container: ModdleElement): ReadonlyMap<string, string> => {
  const roles = new Map<string, string>();
  const given = new Map<string, ModdleElement>();
  const work = many(container, 'laneSets').map((set): { readonly set: ModdleElement; readonly around?: string | undefined } => ({ set }));
  for (let next = work.pop(); next; next = work.pop()) {
    for (const lane of many(next.set, 'lanes')) {
      const role = roleOf(lane) ?? next.around;
      if (role !== undefined) for (const node of many(lane, 'flowNodeRef')) {
        if (node.id === undefined) continue;
        const other = given.get(node.id);
        if (other && roles.get(node.id) !== role && node.$instanceOf('bpmn:Activity') && !isWithin(lane, other)) {
          problems.error('lane-role', node.id, `expected the lanes of ${called(node)} to give it one role, but they give it ${roles.get(node.id)!} and ${role}`);
        }
        roles.set(node.id, role);
        given.set(node.id, lane);
      }
      const inner = one(lane, 'childLaneSet');
      if (inner) work.push({ set: inner, around: role });
    }
  }
  return roles;
};
