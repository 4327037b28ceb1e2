import type { Budget } from '../engine/soundness/explore.ts';
import { prove } from '../engine/soundness/prove.ts';
import { answersOf } from './answers.ts';
import type { Finding } from './finding.ts';
import type { LoadedProcedure } from './loaded.ts';
import { timeLimitsOf } from './time-limits.ts';

/** All that the proof of a package looks at: moving a shape, or another label of a field, asks for none. */
interface Proven {
  readonly definition: LoadedProcedure['definition'];
  readonly values: ReturnType<typeof answersOf>;
  readonly limit: ReturnType<typeof timeLimitsOf>;
}

const provenOf = (loaded: LoadedProcedure, today?: string): Proven => {
  const values = answersOf(loaded);
  return { definition: loaded.definition, values, limit: timeLimitsOf(loaded, values, today) };
};

const textOf = ({ definition, values, limit }: Proven): string => {
  const plainly = (given: Proven['values']) => [...given].map(([process, some]) => [process, [...some]]);
  return JSON.stringify([definition, plainly(values), limit.map(({ limit: one, only }) => [one, only && [only.told, only.toldVi, plainly(only.values)]])]);
};

/** What a proof looks at, as a text. */
export const provenBy = (loaded: LoadedProcedure, today?: string): string => textOf(provenOf(loaded, today));

const known = new Map<string, readonly Finding[]>();
const most = 50;

/**
 * What the proof of the package's process finds (engine/soundness): conditions may have the answers that forms and decision tables list, and no others.
 * Remembered: while a package is edited, most changes touch nothing of it. What was given up for want of time may be found another time.
 */
export function proofOf(loaded: LoadedProcedure, budget: Budget = {}, today?: string): readonly Finding[] {
  const proven = provenOf(loaded, today);
  const key = textOf(proven);
  const findings = known.get(key) ?? prove(proven.definition, { ...budget, values: proven.values, limit: proven.limit }).findings;
  known.delete(key);
  if (findings.every(({ rule }) => rule !== 'not-decided')) known.set(key, findings);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return findings;
}
