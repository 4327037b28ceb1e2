import type { DesignerPackage } from '../../server/api/designer.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { rolesOf } from './assignment.ts';
import type { StepTexts } from './step.ts';

/** The roles that a step may be given to, with how many hold them. */
export const roleOptions = ({ roles }: Pick<DesignerPackage, 'roles'>, text: Text, language: Language) =>
  roles.map(({ role, name, people }) => ({ value: role, label: `${pick(name, language)} (${role === 'applicant' ? text('whoFiled') : text('people', { count: people })})` }));

/** The standard role whose rights a role has: itself, unless the procedure adds it. */
export const likeIn = (roles: DesignerPackage['roles'], code: string): string => roles.find(({ role }) => role === code)?.like ?? code;

/** Whose a step is, by the names of the roles: its own, else that of its lane; blank where it is nobody's. */
export const roleWords = (step: Pick<StepTexts, 'role' | 'candidates'>, laneRole: string | undefined, roles: DesignerPackage['roles'], language: Language): string => {
  const own = rolesOf(step);
  const all = own.length > 0 || laneRole === undefined ? own : [laneRole];
  return all.flatMap((code) => roles.find(({ role }) => role === code) ?? []).map(({ name }) => pick(name, language)).join(' / ');
};
