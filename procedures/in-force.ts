import type { Procedure } from './procedure.ts';

/** From when to when something holds, in days of the office (`YYYY-MM-DD`), both included; open where there is none. */
export interface Validity {
  readonly from?: string;
  readonly to?: string;
}

/** Whether something with a validity holds on a day of the office. */
export const isInForce = ({ from, to }: Validity, day: string): boolean => (from ?? '') <= day && day <= (to ?? '9999');

/** The number that a procedure has in the national list on a day of the office; none where none is in force. */
export const codeOn = (codes: Procedure['codes'], day: string): string | undefined => codes.find((code) => isInForce(code, day))?.code;

/** The time that law allows the usual dossier that is filed on a day of the office; the last one known where none is in force, which a check refuses. */
export const limitOn = ({ timeLimit }: Pick<Procedure, 'timeLimit'>, day: string): Procedure['timeLimit'][number] => timeLimit.find((one) => isInForce(one, day)) ?? timeLimit.at(-1)!;

/** A day as people write it: `30/06/2026`. */
export const writtenDay = (day: string): string => day.split('-').toReversed().join('/');

/** How something with a validity stands on a day of the office; `ends` holds, but only to a day that is known. */
export type Standing = 'undated' | 'coming' | 'holds' | 'ends' | 'over';
export function standingOn({ from, to }: Validity, day: string): Standing {
  if (from === undefined && to === undefined) return 'undated';
  if (to !== undefined && to < day) return 'over';
  return from !== undefined && from > day ? 'coming' : to === undefined ? 'holds' : 'ends';
}
