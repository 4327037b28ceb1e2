import type { State } from './state.ts';

const current = 1;

/**
 * A stored state in today's format. Throws a RangeError for what is no state or was written by a newer version,
 * because guessing would corrupt a dossier. When a format 2 comes, its upgrade from 1 is a pure function called here,
 * and fixtures/state-1.json stays as it is.
 */
export const upgrade = (stored: unknown): State => {
  if (typeof stored !== 'object' || stored === null || !('format' in stored)) {
    throw new RangeError(`expected a stored state with a format number, but got ${JSON.stringify(stored)?.slice(0, 80) ?? 'nothing'}`);
  }
  if (stored.format !== current) throw new RangeError(`expected a state of format ${current}, but it is of format ${JSON.stringify(stored.format)}: it was written by another version`);
  return stored as State;
};
