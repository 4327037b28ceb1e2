import { stepRoles } from '../../engine/step-roles.ts';
import { standardStepRoles } from '../role.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

/** Every step of a person says whose it is, and there are such people; the applicant shares a step with nobody. */
export const stepRole: Rule = {
  name: 'step-role',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const named = stepRoles(node.step);
      const { role, candidates } = node.step;
      const step = called(loaded.definition, node), stepVi = called(loaded.definition, node, 'vi');
      if (node.kind === 'userTask' && named.length === 0) yield error(node.id, { en: `expected step ${step} to have a role, but it names none`, vi: `bước ${stepVi} chưa nói ai làm: hãy chọn vai trò ở bước` });
      if (role !== undefined && candidates?.some((group) => group !== role)) yield warning(node.id, { en: `expected step ${step} to name a role or groups, but it names both: it is offered to ${role} alone`, vi: `bước ${stepVi} nêu cả vai trò lẫn nhóm: chỉ vai trò ${role} được giao` });
      if (named.length > 1 && named.includes('applicant')) yield error(node.id, { en: `expected step ${step} to be either the applicant's or the staff's, but it names ${named.join(', ')}`, vi: `bước ${stepVi} phải là của người nộp hoặc của cán bộ, không thể của cả hai` });
      for (const one of named) {
        if (Object.hasOwn(standardStepRoles, one) || Object.hasOwn(loaded.procedure.roles ?? {}, one)) continue;
        const known = [...Object.keys(standardStepRoles), ...Object.keys(loaded.procedure.roles ?? {})];
        yield error(node.id, { en: `expected the role of step ${step} to be one of ${known.join(', ')}, but it is "${one}"`, vi: `bước ${stepVi} giao cho vai trò “${one}”, mà không có vai trò ấy: hãy chọn lại` });
      }
    }
  },
};
