import type { State } from './state.ts';

const current = 2;

/** Format 2 only adds: own values of tokens and scopes, loops, compensation, and who is watched by a scope. */
const fromFormat1 = (stored: object): State => ({ ...(stored as Omit<State, 'format'>), format: 2 });

/**
 * A stored state in today's format. Throws a RangeError for what is no state or was written by a newer version,
 * because guessing would corrupt a dossier. Each older format has its pure upgrade here and its golden file in fixtures/.
 */
export const upgrade = (stored: unknown): State => {
  if (typeof stored !== 'object' || stored === null || !('format' in stored)) {
    throw new RangeError(`expected a stored state with a format number, but got ${JSON.stringify(stored)?.slice(0, 80) ?? 'nothing'}`);
  }
  if (stored.format === 1) return fromFormat1(stored);
  if (stored.format !== current) throw new RangeError(`expected a state of format ${current}, but it is of format ${JSON.stringify(stored.format)}: it was written by another version`);
  return stored as State;
};
