import type { AnswerKind } from '../../forms/answer-kind.ts';

/** How a condition compares an answer; which ones fit follows from its kind. */
export type Comparison = 'is' | 'isNot' | 'isOneOf' | 'isNoneOf' | 'more' | 'atLeast' | 'less' | 'atMost' | 'contains' | 'includes' | 'excludes' | 'answered' | 'unanswered';

type Literal = string | number | boolean;

/** What an answer is compared with: something fixed, another answer, the day on which the rule is asked. */
export type Operand = { readonly literal: Literal } | { readonly list: readonly Literal[] } | { readonly name: string } | { readonly today: true };

export interface Condition {
  /** As FEEL calls the question: `site.adjoining`, in a rule on a column `row.name`. */
  readonly name: string;
  readonly compare: Comparison;
  /** Left out where nothing is compared: answered or not. */
  readonly with?: Operand;
}

/** Conditions all of which, or any one of which, must hold. One alone counts as `all`. */
export interface Sentence {
  readonly join: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

const always = ['answered', 'unanswered'] as const;

export const comparisonsOf = {
  yesNo: ['is', ...always],
  choice: ['is', 'isNot', 'isOneOf', 'isNoneOf', ...always],
  choices: ['includes', 'excludes', ...always],
  number: ['is', 'isNot', 'more', 'atLeast', 'less', 'atMost', ...always],
  date: ['is', 'less', 'atMost', 'atLeast', 'more', ...always],
  text: ['is', 'isNot', 'contains', ...always],
  other: always,
} as const satisfies { readonly [K in AnswerKind]: readonly Comparison[] };

const signs = { is: '=', isNot: '!=', more: '>', atLeast: '>=', less: '<', atMost: '<=' } as const;
export type Signed = keyof typeof signs;
export const isSigned = (compare: Comparison): compare is Signed => Object.hasOwn(signs, compare);
export const signOf = (compare: Signed): string => signs[compare];
export const comparisonOf = (sign: string): Signed | undefined => (Object.keys(signs) as Signed[]).find((compare) => signs[compare] === sign);

export const isList = (compare: Comparison): boolean => compare === 'isOneOf' || compare === 'isNoneOf';
export const isBare = (compare: Comparison): boolean => compare === 'answered' || compare === 'unanswered';
