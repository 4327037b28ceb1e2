import type { Calendar } from '../../engine/calendar/calendar.ts';
import { roles } from '../../procedures/role.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce } from '../../storage/tables/units.ts';
import type { DesignerPackage } from '../api/designer.ts';

export const roleNames: Readonly<Record<(typeof roles)[number], { readonly vi: string; readonly en: string }>> = {
  applicant: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  receptionist: { vi: 'Cán bộ tiếp nhận', en: 'Reception officer' },
  centre_head: { vi: 'Lãnh đạo Trung tâm', en: 'Head of the centre' },
  handler: { vi: 'Cán bộ thụ lý', en: 'Handling officer' },
  section_head: { vi: 'Lãnh đạo phòng', en: 'Head of section' },
  signer: { vi: 'Lãnh đạo ký', en: 'Signing leader' },
  clerk: { vi: 'Văn thư', en: 'Registry clerk' },
  result_officer: { vi: 'Cán bộ trả kết quả', en: 'Result officer' },
  consulted_agency: { vi: 'Cơ quan được lấy ý kiến', en: 'Consulted agency' },
};

/** Roles that steps may name, and how many people hold each now. */
export async function staffing(tx: Transaction, at: string): Promise<DesignerPackage['roles']> {
  const held = await tx.roleAssignments.find({ validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
  return roles.map((role) => ({ role, name: roleNames[role], people: new Set(held.filter((one) => one.role === role).map(({ accountId }) => accountId)).size }));
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
