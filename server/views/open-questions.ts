import type { Data } from '../../engine/state.ts';
import { conflictsOf } from '../../procedures/decide.ts';
import { readingsOf } from '../../procedures/readings.ts';
import type { OpenQuestion } from '../api/desk.ts';
import type { Package } from '../library/package.ts';

/** What sources disagree about that touches this application, for those who decide it; never for whoever applied. */
export const openQuestions = (pack: Package, application: Data, at: string): OpenQuestion[] =>
  conflictsOf(pack, application, at).map(({ id, about = 'law', subject, flag, ...conflict }) => ({ id, about, subject, flag, readings: readingsOf(conflict).map((reading) => ({ ...reading })) }));
