import type { Data } from '../../engine/state.ts';

/**
 * What is said of a step that sets a paper for another step to sign and issue, as drawings did for a while (docs/decisions/0041):
 * read as any other, it would issue a paper that nobody has signed.
 */
export const preparedPaper = ({ prepare, prepared }: Data): string | undefined =>
  prepare === undefined && prepared === undefined ? undefined : 'expected a step that has its paper signed itself (sign: true), but it is drawn for signing by several steps, which is not done any more: publish the procedure anew, and take the dossier over';
