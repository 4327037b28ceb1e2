import type { ModdleElement } from 'bpmn-moddle';
import { many, one, words } from './moddle.ts';

const roleCode = /^[a-z][a-z0-9-]*$/;

/** Whether a name is the code of a role and not only a caption. */
export const isRoleCode = (name: string): boolean => roleCode.test(name);

/** The role a lane gives to the elements in it: its name, when that is a role code; it holds for all that is within them too. */
export const laneRoles = (container: ModdleElement): ReadonlyMap<string, string> => {
  const roles = new Map<string, string>();
  const work = [...many(container, 'laneSets')];
  for (let set = work.pop(); set; set = work.pop()) {
    for (const lane of many(set, 'lanes')) {
      const name = words(lane, 'name');
      if (name !== undefined && isRoleCode(name)) for (const { id } of many(lane, 'flowNodeRef')) if (id !== undefined) roles.set(id, name);
      const inner = one(lane, 'childLaneSet');
      if (inner) work.push(inner);
    }
  }
  return roles;
};
