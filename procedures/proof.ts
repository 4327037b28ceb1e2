import type { Budget } from '../engine/soundness/explore.ts';
import { prove } from '../engine/soundness/prove.ts';
import { answersOf } from './answers.ts';
import type { Finding } from './finding.ts';
import type { LoadedProcedure } from './loaded.ts';
import { timeLimitsOf } from './time-limits.ts';

/** What the proof of the package's process finds (engine/soundness): conditions may have the answers that forms and decision tables list, and no others. */
export const proofOf = (loaded: LoadedProcedure, budget: Budget = {}, today?: string): readonly Finding[] => {
  const values = answersOf(loaded);
  return prove(loaded.definition, { ...budget, values, limit: timeLimitsOf(loaded, values, today) }).findings;
};
