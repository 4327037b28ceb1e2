import assert from 'node:assert/strict';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { unstaffed } from './unstaffed.ts';

const at = '2026-07-01T00:00:00.000Z';
const account = (id: string, active: boolean): AccountRow => ({ id, kind: 'staff', login: id, passwordHash: null, subject: null, name: id, title: null, idNo: null, phone: null, email: null, language: 'vi', active, createdAt: at });
const holding = (accountId: string, role: string, unitId: string, validTo: string | null = null) =>
  ({ id: `${accountId}-${role}`, accountId, role, unitId, validFrom: '2026-01-01T00:00:00.000Z', validTo, delegatedBy: null, document: null, createdAt: at, createdBy: 'admin' });

const cases: readonly (readonly [what: string, performer: { readonly element: string; readonly role: string; readonly unit?: string }, staffed: boolean])[] = [
  ['a role that somebody holds', { element: 'examine', role: 'handler' }, true],
  ['a role that nobody holds', { element: 'sign', role: 'signer' }, false],
  ['a role that is held elsewhere only', { element: 'consult', role: 'handler', unit: 'fire' }, false],
  ['a role that is held in the unit', { element: 'consult', role: 'handler', unit: 'ward' }, true],
  ['a role whose holder has left', { element: 'number', role: 'clerk' }, false],
  ['a role that was held until yesterday', { element: 'review', role: 'section_head' }, false],
];

describe('Who does the steps of a procedure', () => {
  for (const [what, performer, staffed] of cases) it(`is told of ${what}`, async () => {
    const store = memoryStore();
    await store.transaction(async (tx) => {
      for (const row of [account('a', true), account('b', false)]) await tx.accounts.insert(row);
      for (const row of [holding('a', 'handler', 'ward'), holding('b', 'clerk', 'ward'), holding('a', 'section_head', 'ward', '2026-06-30T00:00:00.000Z')]) await tx.roleAssignments.insert(row);
    });
    const found = await store.read((tx) => unstaffed(tx, [performer], at));
    assert.deepEqual(found.map(({ rule, element }) => `${rule} ${element}`), staffed ? [] : [`role-unstaffed ${performer.element}`]);
  });
});
