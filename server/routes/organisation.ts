import type { Handlers } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { checkOrganisation, takeOrganisation } from '../organisation/take-organisation.ts';
import type { Services } from '../services.ts';

export const organisationHandlers = (services: Services) => ({
  'POST /api/organisation': async ({ body: { check, ...asked }, actor, language }) => {
    if (check) return checkOrganisation(services, asked);
    const taken = await takeOrganisation(services, asked, actor.account.id);
    if (taken.faults.length > 0) throw new ProblemError('invalid', { errors: taken.faults.map(({ list, index, member, message }) => ({ path: `/${list}/${index}/${member}`, message: message[language] })) });
    return taken;
  },
}) satisfies Partial<Handlers>;
