import { Value } from 'typebox/value';
import { OwnRole, RoleCode } from '../../procedures/own-role.ts';
import { standardRoles } from '../../procedures/role.ts';
import type { Transaction } from '../../storage/store.ts';
import { addedRoles, type AddedRoles } from '../access/held-roles.ts';
import type { Roles } from '../api/people.ts';
import { admitRoles } from '../library/admit-roles.ts';

/** Roles that drafts add and nothing published does yet: somebody must hold them before such a draft can be published. */
async function inDrafts(tx: Transaction): Promise<AddedRoles> {
  const drafts = await tx.procedureDrafts.find({}, { order: [['key', 'asc']], limit: 500 });
  return Object.fromEntries(drafts.flatMap(({ files }) => (files['procedure.json'] && 'text' in files['procedure.json'] ? declaredIn(files['procedure.json'].text) : [])));
}

/** What stands whole in a draft; it may be anything while it is written. */
export function declaredIn(text: string): readonly (readonly [string, OwnRole])[] {
  let procedure: unknown;
  try {
    procedure = JSON.parse(text);
  } catch {
    return [];
  }
  const roles = typeof procedure === 'object' && procedure !== null && 'roles' in procedure ? procedure.roles : undefined;
  return Object.entries(typeof roles === 'object' && roles !== null ? roles : {}).filter((entry): entry is [string, OwnRole] =>
    Value.Check(RoleCode, entry[0]) && !Object.hasOwn(standardRoles, entry[0]) && Value.Check(OwnRole, entry[1]));
}

/** The standard roles but the applicant, and those that procedures add. */
export async function offeredRoles(tx: Transaction): Promise<Roles['roles']> {
  const added = { ...await inDrafts(tx), ...await addedRoles(tx) };
  return [
    ...Object.entries(standardRoles).map(([role, name]) => ({ role, name, like: null })),
    ...Object.entries(added).map(([role, { name, like }]) => ({ role, name, like })),
  ];
}

/** Whether there is such a role. One that only a draft adds is known from then on, since somebody is to hold it. */
export async function knownRole(tx: Transaction, role: string, by: { readonly account: string; readonly at: string }): Promise<boolean> {
  if (Object.hasOwn(standardRoles, role) || Object.hasOwn(await addedRoles(tx, [role]), role)) return true;
  const drafted = await inDrafts(tx);
  const found = Object.hasOwn(drafted, role) ? drafted[role] : undefined;
  if (found !== undefined) await admitRoles(tx, { [role]: found }, by);
  return found !== undefined;
}
