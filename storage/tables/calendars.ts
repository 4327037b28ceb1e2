import { table } from '../table.ts';

/** `data` is read by engine/calendar; `revision` grows with every change. */
export interface CalendarRow {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export const calendars = table<CalendarRow>({
  name: 'calendars',
  key: ['id'],
  columns: { id: 'text', name: 'text', data: 'json', revision: 'integer', updatedAt: 'text', updatedBy: 'text' },
});
