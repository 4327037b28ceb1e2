import type { OwnRole } from '../../procedures/own-role.ts';
import { likeOf, standardRoles } from '../../procedures/role.ts';
import type { Transaction } from '../../storage/store.ts';
import { rolesAt, type RoleAssignmentRow } from '../../storage/tables/role-assignments.ts';

/** A role that somebody holds, and the standard role whose rights it has: itself, unless a procedure has added it. */
export interface HeldRole extends RoleAssignmentRow {
  readonly like: string;
}

/** Roles that procedures have added to the standard ones, by code. */
export type AddedRoles = Readonly<Record<string, OwnRole>>;

/** Those among `codes` that are none of the standard ones and known here; all that are known without them. */
export async function addedRoles(tx: Transaction, codes?: readonly string[]): Promise<AddedRoles> {
  const asked = codes?.filter((code) => !Object.hasOwn(standardRoles, code));
  if (asked?.length === 0) return {};
  const rows = await tx.roles.find(asked === undefined ? {} : { code: { in: [...new Set(asked)] } }, { order: [['code', 'asc']], limit: 1_000 });
  return Object.fromEntries(rows.map(({ code, name, likeRole }) => [code, { name, like: likeRole as OwnRole['like'] }]));
}

/** Who may act as what, with the rights of each. A role that nobody knows has none. */
export async function withRights(tx: Transaction, held: readonly RoleAssignmentRow[]): Promise<readonly HeldRole[]> {
  const added = await addedRoles(tx, held.map(({ role }) => role));
  return held.map((row) => ({ ...row, like: likeOf(row.role, added) }));
}

/** What the account may act as at that instant. */
export const heldRoles = async (tx: Transaction, accountId: string, at: string): Promise<readonly HeldRole[]> => withRights(tx, await rolesAt(tx, accountId, at));
