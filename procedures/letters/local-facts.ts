import type { Data } from '../../engine/state.ts';
import { wordsOf, type Settings } from '../parameters.ts';
import type { Procedure } from '../procedure.ts';

/** `procedure` of a letter: its name, and what the unit says of itself; null where it says nothing. */
export const procedureFacts = (procedure: Pick<Procedure, 'name' | 'local'>, settings: Settings = new Map()): Data => {
  const { desk, hours, contact, line } = wordsOf(procedure, settings);
  return { name: procedure.name.vi, desk: desk?.vi ?? null, hours: hours?.vi ?? null, contact: contact?.vi ?? null, line: line?.vi ?? null };
};
