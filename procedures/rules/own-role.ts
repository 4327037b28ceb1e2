import { stepRoles } from '../../engine/step-roles.ts';
import { standardRoles } from '../role.ts';
import { error, nodesOf, warning, type Rule } from './rule.ts';

/** A role that a procedure adds is none of the standard ones, and some step names it. */
export const ownRole: Rule = {
  name: 'own-role',
  *check(loaded) {
    const named = new Set(nodesOf(loaded).flatMap(({ step }) => stepRoles(step)));
    for (const [code, { name }] of Object.entries(loaded.procedure.roles ?? {})) {
      const standard = Object.hasOwn(standardRoles, code) ? standardRoles[code] : undefined;
      if (standard) yield error('roles', { en: `expected a role with a code of its own, but "${code}" is the standard role “${standard.en}”: choose another code`, vi: `“${code}” là mã của vai trò có sẵn “${standard.vi}”: hãy đặt mã khác` }, 'procedure.json');
      else if (!named.has(code)) yield warning('roles', { en: `expected some step to name the role “${name.en}” (${code}) that the procedure adds, but none does`, vi: `vai trò riêng “${name.vi}” chưa giao cho bước nào` }, 'procedure.json');
    }
  },
};
