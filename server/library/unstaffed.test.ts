import assert from 'node:assert/strict';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { unstaffed, type Performer } from './unstaffed.ts';

const at = '2026-07-01T00:00:00.000Z';
const account = (id: string, active: boolean): AccountRow => ({ id, kind: 'staff', login: id, passwordHash: null, subject: null, name: id, title: null, idNo: null, phone: null, email: null, language: 'vi', active, createdAt: at });
const holding = (accountId: string, role: string, unitId: string, validTo: string | null = null) =>
  ({ id: `${accountId}-${role}-${unitId}`, accountId, role, unitId, validFrom: '2026-01-01T00:00:00.000Z', validTo, delegatedBy: null, document: null, createdAt: at, createdBy: 'admin' });
const unit = (id: string, kind: string, parentId: string | null = null, validTo: string | null = null): UnitRow => ({ id, code: id, name: { vi: `Đơn vị ${id}`, en: `Unit ${id}` }, kind, parentId, calendarId: 'hcmc', validFrom: '2026-01-01T00:00:00.000Z', validTo });

const units = [unit('city', 'city'), unit('ward-1', 'ward', 'city'), unit('ward-1-counter', 'one-stop', 'ward-1'), unit('ward-2', 'ward', 'city'), unit('ward-3', 'ward', 'city', '2026-06-30T00:00:00.000Z'), unit('fire', 'fire-office', 'city'), unit('works', 'department', 'city')];
const held = [
  holding('a', 'handler', 'ward-1'), holding('a', 'receptionist', 'ward-1-counter'), holding('a', 'receptionist', 'ward-2'), holding('a', 'handler', 'fire'), holding('b', 'clerk', 'ward-1'),
  holding('a', 'section_head', 'ward-1', '2026-06-30T00:00:00.000Z'), holding('a', 'section_head', 'ward-2', '2026-08-30T00:00:00.000Z'), holding('a', 'signer', 'fire'), holding('a', 'result_officer', 'ward-1-counter'),
];

const step = (role: string, where: Performer['unit'] = 'competent'): Performer => ({ called: { vi: 'Bước', en: 'Step' }, element: 'step', roles: role.split(' '), unit: where });

/** What is told where wards are competent: of whom, and of which units. */
const cases: readonly (readonly [what: string, performer: Performer, severity?: 'error' | 'warning', ...of: string[]])[] = [
  ['a role that some competent units have nobody for', step('handler'), 'warning', 'Unit ward-2 (Handling officer)'],
  ['a role that is held elsewhere only', step('signer'), 'error', 'Signing leader', 'Unit ward-1, Unit ward-2'],
  ['a role that nobody holds', step('centre_head'), 'error', 'Head of the one-stop centre', 'Unit ward-1, Unit ward-2'],
  ['a role whose holder has left', step('clerk'), 'error', 'Registry clerk'],
  ['a role that is held until next month, or was until yesterday', step('section_head'), 'warning', 'Unit ward-1 (Head of section)'],
  ['one of several roles that are held', step('clerk handler'), 'warning', 'Unit ward-2 (Registry clerk or Handling officer)'],
  ['a role at the counters, and at the unit that has none', step('receptionist', 'receiving')],
  ['a role at one counter only', step('result_officer', 'receiving'), 'warning', 'Unit ward-2 (Result officer)'],
  ['a role in the unit that the step names', step('handler', { expression: '"fire"' })],
  ['a role that is not held in the unit that the step names', step('handler', { expression: '"works"' }), 'error', 'Unit works'],
  ['a unit that is not there, so that the competent one has the step', step('handler', { expression: '"nowhere"' }), 'warning', 'Unit ward-2'],
  ['a role in the nearest unit of the kind that the step names', step('handler', { kind: 'fire-office' })],
  ['a role that is not held in the unit of that kind', step('clerk', { kind: 'fire-office' }), 'error', 'Unit fire'],
  ['a kind of which one competent unit has a unit near, and the other none', step('receptionist', { kind: 'one-stop' })],
  ['a kind of which no unit is there, so that the competent ones have the step', step('handler', { kind: 'zoo' }), 'warning', 'Unit ward-2'],
  ['a role in a unit that the data give', step('signer', { expression: 'to.unit' })],
  ['a role that nobody holds in any unit that the data may give', step('centre_head', { expression: 'to.unit' }), 'error', 'in some unit'],
];

describe('Who does the steps of a procedure', () => {
  const told = async (performers: readonly Performer[], kinds?: readonly string[]) => {
    const store = memoryStore();
    await store.transaction(async (tx) => {
      for (const row of [account('a', true), account('b', false)]) await tx.accounts.insert(row);
      for (const row of units) await tx.units.insert(row);
      for (const row of held) await tx.roleAssignments.insert(row);
    });
    return store.read((tx) => unstaffed(tx, { performers, ...(kinds && { kinds }) }, at));
  };

  for (const [what, performer, severity, ...of] of cases) it(`is told of ${what}`, async () => {
    const found = await told([performer], ['commune']);
    assert.deepEqual(found.map((finding) => `${finding.severity} ${finding.rule} ${finding.element}`), severity === undefined ? [] : [`${severity} role-unstaffed step`]);
    for (const words of of) assert.ok(found[0]!.message.includes(words), found[0]!.message);
    for (const { messageVi = '' } of found) assert.ok(/[ạ-ỹ]/.test(messageVi), messageVi);
  });

  it('is told once of all units that lack somebody, those first that lack most', async () => {
    const found = await told([step('handler'), { ...step('section_head'), element: 'head' }, step('receptionist', 'receiving')], ['commune', 'department', 'no-such-kind']);
    assert.deepEqual(found.map(({ severity, element }) => `${severity} ${element}`), ['warning step']);
    assert.match(found[0]!.message, /Unit works \(Handling officer, Head of section, Reception officer\); Unit ward-2 \(Handling officer\); Unit ward-1 \(Head of section\)/);
  });

  it('is told only of what nobody does anywhere where the rule of competence lists no units', async () => {
    assert.deepEqual(await told([step('handler'), step('signer')]), []);
    assert.deepEqual((await told([step('centre_head')])).map(({ severity }) => severity), ['error']);
  });
});
