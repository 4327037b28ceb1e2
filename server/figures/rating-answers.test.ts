import { strict as assert } from 'node:assert';
import { answerFigures } from './rating-answers.ts';
import type { RatingForm } from '../rating/rating-form.ts';

const word = (text: string) => ({ vi: text, en: text });
const rule = { source: 'Made up', mark: 'design' } as const;
const form = (from: string, values: readonly string[], to?: string): RatingForm => ({
  from, ...(to !== undefined && { to }), ...rule, asked: { state: 10, ...rule }, question: word('?'), scale: [{ score: 5, word: word('+') }, { score: 1, word: word('-') }],
  questions: [{ id: 'visits', text: word('How often'), answers: values.map((value) => ({ value, word: word(value) })) }],
});
const forms = [form('2026-01-01', ['none', 'more'], '2026-12-31'), form('2027-01-01', ['none', 'once', 'more'])];
const given = (...visits: readonly unknown[]) => visits.map((value) => ({ answers: value === undefined ? {} : { visits: value } }));

describe('what people answered besides the stars', () => {
  const cases: readonly (readonly [what: string, ratings: readonly { readonly answers: unknown }[], at: string, expected: readonly (readonly [string, number])[] | undefined])[] = [
    ['counts each answer of the form, also one that nobody gave', given('none', 'none', 'none', 'more', 'more'), '2027-05-01T02:00:00Z', [['none', 3], ['once', 0], ['more', 2]]],
    ['says nothing of what is too few', given('none', 'none', 'none', 'more'), '2027-05-01T02:00:00Z', undefined],
    ['does not count who left it open, or what is no answer', given('none', 'none', undefined, undefined, 'other', 3), '2026-05-01T02:00:00Z', undefined],
    ['leaves out answers that the form of the day does not have', given('none', 'none', 'none', 'none', 'none', 'once'), '2026-05-01T02:00:00Z', [['none', 5], ['more', 0]]],
    ['says nothing on a day without a form', given('none', 'none', 'none', 'none', 'none'), '2025-05-01T02:00:00Z', undefined],
  ];
  for (const [what, ratings, at, expected] of cases) {
    it(what, () => assert.deepEqual(answerFigures(ratings, at, 5, forms)[0]?.answers.map(({ value, count }) => [value, count]), expected));
  }
});
