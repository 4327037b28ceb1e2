import { table } from '../table.ts';

/** Who is on duty for a unit, from when to when. */
export interface DutyShiftRow {
  readonly id: string;
  readonly unitId: string;
  readonly accountId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** How they are reached, or what they look after; empty where nothing is said. */
  readonly note: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const dutyShifts = table<DutyShiftRow>({
  name: 'dutyShifts',
  key: ['id'],
  columns: { id: 'text', unitId: 'text', accountId: 'text', startsAt: 'text', endsAt: 'text', note: 'text', createdAt: 'text', createdBy: 'text' },
});
