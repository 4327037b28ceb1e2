import type { Static } from 'typebox';
import type { MoveDossier, ProcessView } from '../../server/api/move.ts';

/** What is being chosen: tokens to leave, and one step or state to go on at. */
export interface Move {
  readonly cancel: readonly number[];
  /** Empty: it goes on nowhere else. */
  readonly element: string;
  readonly place: 'before' | 'after';
  readonly reason: string;
}

export const nothing = ({ chart }: ProcessView, { cancel, element }: Move): boolean => element === '' && (chart || cancel.length === 0);

/** The move as it is asked for, of the process as it was seen. */
export const partOf = ({ version, chart }: ProcessView, { cancel, element, place, reason }: Move): Static<typeof MoveDossier> => ({
  expectedVersion: version, reason,
  cancel: chart ? [] : [...cancel],
  begin: element === '' ? [] : [{ place: chart ? 'before' : place, element }],
});
