import type { Named } from './named.ts';
import { comparisonsOf, isBare, isList, type Comparison, type Condition, type Operand, type Sentence } from './sentence.ts';

/** What a comparison begins with until somebody chooses better. */
export function freshOperand({ kind, options }: Named, compare: Comparison): Operand {
  const first = options?.[0]?.value ?? '';
  if (isList(compare)) return { list: [first] };
  const literals = { yesNo: true, choice: first, choices: first, number: 0, date: '2026-01-01', text: '', other: '' } as const;
  return { literal: literals[kind] };
}

export function freshCondition(one: Named): Condition {
  const [compare] = comparisonsOf[one.kind];
  return isBare(compare) ? { name: one.name, compare } : { name: one.name, compare, with: freshOperand(one, compare) };
}

/** A sentence to begin with: about the last of the names `before` that offers something to choose, else the first of all that does. */
export function freshSentence(named: readonly Named[], before: readonly string[] = []): Sentence | undefined {
  const offers = named.filter(({ kind }) => kind === 'yesNo' || kind === 'choice');
  const one = offers.findLast(({ name }) => before.includes(name)) ?? offers[0] ?? named[0];
  return one && { join: 'all', conditions: [freshCondition(one)] };
}
