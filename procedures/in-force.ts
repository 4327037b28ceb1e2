import type { Procedure } from './procedure.ts';

/** Whether something with a validity holds on a day of the office (`YYYY-MM-DD`), both ends included. */
export const isInForce = ({ from, to }: { readonly from?: string; readonly to?: string }, day: string): boolean => (from ?? '') <= day && day <= (to ?? '9999');

/** The number that a procedure has in the national list on a day of the office; none where none is in force. */
export const codeOn = (codes: Procedure['codes'], day: string): string | undefined => codes.find((code) => isInForce(code, day))?.code;
