import { table } from '../table.ts';
import type { DossierRow } from './dossiers.ts';

/**
 * What lists of open steps filter, sort and count by, kept beside each of them as its dossier moves: looking up the dossiers of
 * thousands costs a list more than all else. Of a step that is over it is as it was then.
 */
export interface Listing extends Pick<DossierRow, 'procedureKey' | 'procedureHash' | 'state' | 'search' | 'code' | 'submittedAt' | 'pausedAt'> {
  /** After this instant the step or its dossier is late; a dossier that is paused, or ended in time, is not. */
  readonly firstDueAt: string | null;
  /** From this instant on one of them is due soon. */
  readonly firstSoonAt: string | null;
}

/** A step that waits, or waited, for a person. */
export interface TaskRow extends Listing {
  readonly id: string;
  readonly dossierId: string;
  readonly token: number;
  readonly node: string;
  /** Vietnamese and English name of the step. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly form: string | null;
  /** The role by which the step is named: `applicant` for the citizen, else a staff role; the first of `roles`. */
  readonly role: string;
  /** Every role whose holders may do it. */
  readonly roles: readonly string[];
  readonly unitId: string;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly openedAt: string;
  /** From the step's time limit, in the unit's working time. */
  readonly dueAt: string | null;
  /** From when on it is due soon; null without a limit that says so. */
  readonly soonAt: string | null;
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
    id: 'text', dossierId: 'text', token: 'integer', node: 'text', name: 'json', form: 'text', role: 'text', roles: 'json', unitId: 'text', status: 'text',
    openedAt: 'text', dueAt: 'text', soonAt: 'text', timeLimit: 'text', claimedBy: 'text', claimedAt: 'text', closedBy: 'text', closedAt: 'text',
    procedureKey: 'text', procedureHash: 'text', state: 'integer', search: 'text', code: 'text', submittedAt: 'text', pausedAt: 'text', firstDueAt: 'text', firstSoonAt: 'text',
  },
});

export function listingOf(
  { procedureKey, procedureHash, state, search, code, submittedAt, pausedAt, lateAt, soonAt }: DossierRow, step: Pick<TaskRow, 'dueAt' | 'soonAt'>,
): Listing {
  return { procedureKey, procedureHash, state, search, code, submittedAt, pausedAt, firstDueAt: first(step.dueAt, lateAt), firstSoonAt: first(step.soonAt, soonAt) };
}

const first = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other < one) ? other : one);
