import type { Clock } from '../../engine/calendar/clock.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';

/** The national state of what its applicant took back. */
export const WITHDRAWN = 7;

/** A dossier can be taken back once, until the office has decided: whoever holds the result cannot undo it, nor leave its fee unpaid. */
export function mayWithdraw({ status, state, clock }: Pick<DossierRow, 'status' | 'state' | 'clock'>): boolean {
  const decided = (clock as Clock | null)?.endedAt != null;
  return status === 'active' && state < 9 && state !== WITHDRAWN && !decided;
}
