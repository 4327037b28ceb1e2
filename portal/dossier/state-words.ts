import type { DossierState } from '../../server/api/clock.ts';
import type { StateTone } from '../../ui/state.tsx';

/** How each of the ten national states feels; its word is `state_<n>`. */
export const stateTones: Readonly<Record<DossierState, StateTone>> = {
  1: 'open', 2: 'open', 3: 'ended', 4: 'open', 5: 'waiting', 6: 'waiting', 7: 'ended', 8: 'ended', 9: 'done', 10: 'done',
};

/** States in which the office can do nothing before the citizen has done their part. */
export const isYours = (state: DossierState): boolean => state === 5 || state === 6;

/** Not accepted, or taken back: no result is due, so none comes early or late. */
export const isWithoutResult = (state: DossierState): boolean => state === 3 || state === 7;

/** States after which nothing more happens to the dossier. */
export const isOver = (state: DossierState): boolean => [3, 7, 8, 10].includes(state);
