import type { Node } from '../engine/definition.ts';

/** What an applicant is told of by itself: when the dossier's national state changes, when another calendar moves its return date, and when money came that was not due or is given back. A package may say each in its own words. */
export const newsKinds = [
  'filed', 'begun', 'accepted', 'not-accepted', 'handling', 'supplement-wanted', 'supplement-received', 'payment-wanted', 'withdrawn', 'stopped', 'ready', 'returned', 'reopened', 'due-moved', 'money-odd', 'refund-owed', 'refund-made', 'money-kept',
] as const;
export type NewsKind = (typeof newsKinds)[number];

const byState: Readonly<Record<number, NewsKind>> = {
  2: 'accepted', 3: 'not-accepted', 5: 'supplement-wanted', 6: 'payment-wanted', 7: 'withdrawn', 8: 'stopped', 9: 'ready', 10: 'returned',
};

/**
 * What a change of the national state (1–10) tells the applicant; undefined when they learn nothing by it: who was told
 * that the dossier is accepted knows that it is being handled. `answered`: it is they who moved it.
 */
export function newsOf(before: number, after: number, answered: boolean): NewsKind | undefined {
  if (before === after) return undefined;
  if (after !== 1 && after !== 4) return byState[after];
  if (before === 5) return answered ? 'supplement-received' : undefined;
  if (before >= 9) return 'reopened';
  return before === 1 ? 'handling' : undefined;
}

/** A step that leaves a notice of its own speaks for the change of state that comes with it. */
export const speaks = ({ step: { connector, inputs } }: Pick<Node, 'step'>): boolean => connector === 'notify' || inputs?.['notice'] !== undefined;
