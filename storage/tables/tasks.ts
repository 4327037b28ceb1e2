import { table } from '../table.ts';

/** A step that waits, or waited, for a person. */
export interface TaskRow {
  readonly id: string;
  readonly dossierId: string;
  readonly token: number;
  readonly node: string;
  /** Vietnamese and English name of the step. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly form: string | null;
  /** `applicant` for the citizen, else a staff role. */
  readonly role: string;
  readonly unitId: string;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly openedAt: string;
  /** From the step's time limit, in the unit's working time. */
  readonly dueAt: string | null;
  readonly timeLimit: string | null;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
  /** Who completed it; null also when it was cancelled. */
  readonly closedBy: string | null;
  readonly closedAt: string | null;
}

export const tasks = table<TaskRow>({
  name: 'tasks',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: {
    id: 'text', dossierId: 'text', token: 'integer', node: 'text', name: 'json', form: 'text', role: 'text', unitId: 'text', status: 'text',
    openedAt: 'text', dueAt: 'text', timeLimit: 'text', claimedBy: 'text', claimedAt: 'text', closedBy: 'text', closedAt: 'text',
  },
});
