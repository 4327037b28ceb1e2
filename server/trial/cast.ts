import type { Transaction } from '../../storage/store.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { roleName, standardStepRoles } from '../../procedures/role.ts';
import type { Staff } from '../library/unstaffed.ts';

/** Somebody fictional in a trial. The first of a role is called by the role, as scenarios name people. */
export interface Player {
  readonly account: string;
  readonly name: string;
  /** Null for somebody who files. */
  readonly role: string | null;
}

const citizens: readonly Player[] = [
  { account: 'applicant', name: 'Nguyễn Văn Giả Định', role: null },
  { account: 'applicant-2', name: 'Trần Thị Giả Định', role: null },
];

/** Two citizens, and two people of each role that a step asks for, the second ones last: four eyes need them. */
export function castFor({ performers, added = {} }: Pick<Staff, 'performers' | 'added'>): readonly Player[] {
  const named = new Set(performers.flatMap(({ roles }) => roles));
  const asked = [...Object.keys(standardStepRoles), ...Object.keys(added)].filter((role) => role !== 'applicant' && named.has(role)).map((role) => ({ role, name: roleName(role, added).vi }));
  return [
    ...citizens,
    ...asked.map(({ role, name }) => ({ account: role, name: `${name} (thử)`, role })),
    ...asked.map(({ role, name }) => ({ account: `${role}-2`, name: `${name} 2 (thử)`, role })),
  ];
}

/** Everybody holds their role in every unit of the trial: competence decides which unit has the dossier, not who plays. */
export async function engage(tx: Transaction, cast: readonly Player[], units: readonly UnitRow[], at: string): Promise<void> {
  for (const [index, { account, name, role }] of cast.entries()) {
    await tx.accounts.insert({
      id: account, kind: role === null ? 'citizen' : 'staff', login: account, passwordHash: null, subject: null, name, title: null,
      idNo: role === null ? `07908500000${index + 1}` : null, phone: role === null ? `090000000${index + 1}` : null, email: null, language: 'vi', active: true, createdAt: at,
    });
    for (const { id } of role === null ? [] : units) {
      await tx.roleAssignments.insert({ id: `${account}.${id}`.slice(0, 64), accountId: account, role: role!, unitId: id, validFrom: at, validTo: null, delegatedBy: null, document: null, createdAt: at, createdBy: 'system' });
    }
  }
}
