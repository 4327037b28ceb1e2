import type { Definition } from '../../engine/definition.ts';
import type { Finding } from '../../procedures/finding.ts';
import type { Transaction } from '../../storage/store.ts';

/** A step that people do: in which role, and in which unit where the procedure names one itself. */
export interface Performer {
  readonly element: string;
  readonly role: string;
  readonly unit?: string;
}

const written = /^\s*=?\s*"([^"]+)"\s*$/;

/** Who does the steps of a procedure, the applicant left out. */
export const performersOf = ({ nodes }: Definition): readonly Performer[] => Object.values(nodes).flatMap(({ id, step: { role, unit = '' } }) => {
  if (role === undefined || role === 'applicant') return [];
  const named = written.exec(unit)?.[1];
  return [{ element: id, role, ...(named !== undefined && { unit: named }) }];
});

/** Steps for which nobody holds the role at that instant: in the unit that the procedure names, or else in any. */
export async function unstaffed(tx: Transaction, performers: readonly Performer[], at: string): Promise<readonly Finding[]> {
  const known = new Map<string, boolean>();
  const found: Finding[] = [];
  for (const { element, role, unit } of performers) {
    const place = `${role} ${unit ?? ''}`;
    if (!known.has(place)) known.set(place, await isHeld(tx, role, unit, at));
    if (known.get(place)) continue;
    found.push({
      rule: 'role-unstaffed', severity: 'warning', element,
      message: `expected somebody to hold the role ${role} of step ${element} in ${unit === undefined ? 'some unit' : `unit ${unit}`}, but nobody does: the step would wait for ever`,
      messageVi: `chưa ai giữ vai trò ${role} của bước ${element} ở ${unit === undefined ? 'đơn vị nào' : `đơn vị ${unit}`}: bước này sẽ không có người làm`,
    });
  }
  return found;
}

async function isHeld(tx: Transaction, role: string, unitId: string | undefined, at: string): Promise<boolean> {
  const held = await tx.roleAssignments.find({ role, ...(unitId !== undefined && { unitId }), validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] }, { order: [['id', 'asc']] });
  for (const { accountId } of held) if (await tx.accounts.count({ id: accountId, active: true }) > 0) return true;
  return false;
}
