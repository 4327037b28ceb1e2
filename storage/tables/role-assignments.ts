import type { Transaction } from '../store.ts';
import { among, table } from '../table.ts';
import { accounts } from './accounts.ts';

/** Who may act as what, where, and from when to when; with `delegatedBy` for another, under `document`. */
export interface RoleAssignmentRow {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly unitId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly delegatedBy: string | null;
  readonly document: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const roleAssignments = table<RoleAssignmentRow>({
  name: 'roleAssignments',
  key: ['id'],
  columns: {
    id: 'text', accountId: 'text', role: 'text', unitId: 'text', validFrom: 'text', validTo: 'text',
    delegatedBy: 'text', document: 'text', createdAt: 'text', createdBy: 'text',
  },
});

/** What the account may act as at that instant; only of an account that is still active. */
export async function rolesAt(tx: Transaction, accountId: string, at: string): Promise<RoleAssignmentRow[]> {
  const active = among(accounts, 'id', { id: accountId, active: true });
  // They are a few, and the same at every instant.
  const all = await tx.roleAssignments.find({ accountId: active });
  const held = all.filter(({ validFrom, validTo }) => validFrom <= at && (validTo === null || validTo > at));
  return held.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Whether the account holds one of the roles in the unit at that instant. */
export async function holdsRole(tx: Transaction, accountId: string, roles: readonly string[], unitId: string, at: string): Promise<boolean> {
  return isAmong(await rolesAt(tx, accountId, at), roles, unitId);
}

export const isAmong = (held: readonly RoleAssignmentRow[], roles: readonly string[], unitId: string): boolean =>
  held.some((one) => roles.includes(one.role) && one.unitId === unitId);
