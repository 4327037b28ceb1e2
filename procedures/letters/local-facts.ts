import type { Data } from '../../engine/state.ts';
import type { Procedure } from '../procedure.ts';

/** `procedure` of a letter: its name, and what the unit says of itself; null where it says nothing. */
export const procedureFacts = ({ name, local = {} }: Pick<Procedure, 'name' | 'local'>): Data =>
  ({ name: name.vi, desk: local.desk?.vi ?? null, hours: local.hours?.vi ?? null, contact: local.contact?.vi ?? null, line: local.line?.vi ?? null });
