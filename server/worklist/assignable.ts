import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { headsUnitOf, type Actor } from '../access/actor.ts';
import type { PersonName } from '../api/shape.ts';

/** People who hold one of the step's roles in its unit now, for a head who gives it to someone. */
export async function assignable(tx: Transaction, actor: Actor, task: TaskRow, at: string): Promise<PersonName[]> {
  return task.status === 'open' && task.role !== 'applicant' && headsUnitOf(actor, task) ? peopleOf(tx, task.roles, [task.unitId], at) : [];
}

export async function peopleOf(tx: Transaction, roles: readonly string[], units: readonly string[], at: string): Promise<PersonName[]> {
  const held = await tx.roleAssignments.find({ role: { in: roles }, unitId: { in: units }, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
  const people = await tx.accounts.find({ id: { in: held.map(({ accountId }) => accountId) }, active: true }, { order: [['name', 'asc']] });
  return people.map(({ id, name }) => ({ id, name }));
}
