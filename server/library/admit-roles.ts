import type { OwnRole } from '../../procedures/own-role.ts';
import { standardRoles } from '../../procedures/role.ts';
import type { Transaction } from '../../storage/store.ts';
import { addedRoles } from '../access/held-roles.ts';
import { ProblemError } from '../http/problem-error.ts';

/**
 * Roles that a procedure adds are known in the house from then on, by the names that it gives them now.
 * Throws invalid where the house knows the code with the rights of another role: people hold it, and would have other rights from one moment to the next.
 */
export async function admitRoles(tx: Transaction, roles: Readonly<Record<string, OwnRole>>, { account, at }: { readonly account: string; readonly at: string }): Promise<void> {
  const known = await addedRoles(tx, Object.keys(roles));
  for (const [code, { name, like }] of Object.entries(roles)) {
    if (Object.hasOwn(standardRoles, code)) throw new ProblemError('invalid', { errors: [{ path: `procedure.json /roles/${code}`, message: `expected a code of its own, but "${code}" is a standard role` }] });
    const before = known[code];
    if (before === undefined) await tx.roles.insertIfAbsent({ code, name, likeRole: like, createdAt: at, createdBy: account });
    else if (before.like !== like) throw new ProblemError('invalid', { errors: [{ path: `procedure.json /roles/${code}/like`, message: `expected "${before.like}", whose rights the role "${code}" has in this house, but it is "${like}": choose another code` }] });
    else await tx.roles.update({ code }, { name });
  }
}
