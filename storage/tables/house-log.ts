import { table } from '../table.ts';

/** Something that an administrator changed in the house itself: a calendar, a role. Written with the change, never altered. */
export interface HouseLogRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  /** `calendar.change`, `role.give`, `role.end` … */
  readonly kind: string;
  /** Id of what was changed. */
  readonly subject: string;
  /** What the person said to it: the decision it follows. */
  readonly note: string;
  /** What it was before and is now, as far as a reader needs it. */
  readonly detail: unknown;
}

export const houseLog = table<HouseLogRow>({
  name: 'houseLog',
  key: ['id'],
  columns: { id: 'text', at: 'text', actor: 'text', kind: 'text', subject: 'text', note: 'text', detail: 'json' },
});
