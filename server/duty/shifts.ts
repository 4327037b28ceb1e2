import type { Transaction } from '../../storage/store.ts';
import type { DutyShiftRow } from '../../storage/tables/duty-shifts.ts';
import type { Shift } from '../api/duty.ts';
import { namesOf } from '../views/names.ts';

const mostShown = 500;

/** The shifts of these units that are not over, the first first. */
export const shiftsAhead = (tx: Transaction, unitIds: readonly string[], at: string): Promise<DutyShiftRow[]> =>
  tx.dutyShifts.find({ unitId: { in: unitIds }, endsAt: { gt: at } }, { order: [['startsAt', 'asc'], ['id', 'asc']], limit: mostShown });

export async function shiftViews(tx: Transaction, rows: readonly DutyShiftRow[]): Promise<Shift[]> {
  const names = await namesOf(tx, rows.map(({ unitId }) => unitId), rows.map(({ accountId }) => accountId));
  return rows.map(({ id, unitId, accountId, startsAt, endsAt, note }) => ({ id, unit: names.unit(unitId), person: names.person(accountId) ?? { id: accountId, name: '—' }, from: startsAt, to: endsAt, note }));
}

/** Who is on duty now, and for units where nobody is, who comes next. */
export function onDutyNow(rows: readonly DutyShiftRow[], at: string): { readonly now: DutyShiftRow[]; readonly next: DutyShiftRow[] } {
  const now = rows.filter(({ startsAt }) => startsAt <= at);
  const kept = new Set(now.map(({ unitId }) => unitId));
  const next = rows.filter(({ unitId }, index) => !kept.has(unitId) && rows.findIndex((row) => row.unitId === unitId) === index);
  return { now, next };
}
