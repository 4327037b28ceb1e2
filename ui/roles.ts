import { useQuery } from '@tanstack/react-query';
import { roleName } from '../procedures/role.ts';
import type { Roles } from '../server/api/people.ts';
import { pick } from './language.ts';
import { queryOf } from './query.ts';
import { useLanguage } from './use-text.ts';

const none: Roles['roles'] = [];

/** The roles that may be given here, those that procedures add among them; none until they are known. */
export const useRoles = (): Roles['roles'] => useQuery({ ...queryOf('GET /api/roles', {}), staleTime: 60_000 }).data?.roles ?? none;

/** What a role is called in the language of the page. */
export const useRoleName = (): ((role: string) => string) => {
  const language = useLanguage();
  const roles = useRoles();
  return (role) => pick(roles.find((one) => one.role === role)?.name ?? roleName(role), language);
};
