import type { Calendar } from '../../engine/calendar/calendar.ts';
import { roleName, standardStepRoles } from '../../procedures/role.ts';
import { addedRoles } from '../access/held-roles.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce } from '../../storage/tables/units.ts';
import type { DesignerPackage } from '../api/designer.ts';

/** Roles that steps may name, those that procedures have added among them, and how many people hold each now. */
export async function staffing(tx: Transaction, at: string): Promise<DesignerPackage['roles']> {
  const held = await tx.roleAssignments.find({ validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
  const added = await addedRoles(tx);
  return [...Object.keys(standardStepRoles), ...Object.keys(added)].map((role) => ({
    role, name: roleName(role, added), like: added[role]?.like ?? null, people: new Set(held.filter((one) => one.role === role).map(({ accountId }) => accountId)).size,
  }));
}

/** Kinds of the units in force, each with its first unit. */
export async function unitKinds(tx: Transaction, at: string): Promise<DesignerPackage['unitKinds']> {
  const units = await tx.units.find(inForce(at), { order: [['kind', 'asc'], ['id', 'asc']] });
  return units.filter(({ kind }, index) => units[index - 1]?.kind !== kind).map(({ kind, name }) => ({ kind, example: name }));
}

/** Working calendars of the house, by what people call them. */
export async function calendarNames(tx: Transaction): Promise<DesignerPackage['calendars']> {
  return (await tx.calendars.find({}, { order: [['id', 'asc']], limit: 500 })).map(({ id, data }) => ({ id, name: (data as Calendar).name }));
}
