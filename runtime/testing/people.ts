import type { Store } from '../../storage/store.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import alwaysOpen from '../../engine/calendar/always-open.json' with { type: 'json' };
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };

/** Fictional people of a fictional ward, by id: who is what. */
const STAFF: Readonly<Record<string, readonly string[]>> = {
  rita: ['receptionist'], hai: ['handler', 'signer'], hoa: ['handler'], son: ['signer'], ron: ['receptionist'],
};
export const WARD = 'ward';

function account(id: string, kind: AccountRow['kind']): AccountRow {
  return {
    id, kind, login: id, passwordHash: null, subject: null, name: `${id} (dữ liệu giả định)`, title: null, idNo: null, phone: null, email: null,
    language: 'vi', active: true, createdAt: '2026-01-01T00:00:00.000Z',
  };
}

export async function settle(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    const made = { revision: 1, updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'test' };
    await tx.calendars.insert({ id: 'hcmc', name: 'HCMC', data: hcmc, ...made });
    await tx.calendars.insert({ id: 'always', name: 'Always open', data: alwaysOpen, ...made });
    const unit = { kind: 'ward', parentId: null, validFrom: '2025-07-01', validTo: null };
    await tx.units.insert({ ...unit, id: WARD, code: 'H29.45.12', name: { vi: 'Phường Mẫu', en: 'Sample ward' }, calendarId: 'hcmc' });
    await tx.units.insert({ ...unit, id: 'other', code: 'H29.45.13', name: { vi: 'Phường Khác', en: 'Other ward' }, calendarId: 'always' });
    for (const id of ['an', 'binh']) await tx.accounts.insert(account(id, 'citizen'));
    for (const [id, roles] of Object.entries(STAFF)) {
      await tx.accounts.insert(account(id, 'staff'));
      for (const role of roles) {
        await tx.roleAssignments.insert({
          id: `${id}-${role}`, accountId: id, role, unitId: WARD, validFrom: '2026-01-01T00:00:00.000Z', validTo: null, delegatedBy: null, document: null,
          createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'test',
        });
      }
    }
  });
}
