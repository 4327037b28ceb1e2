import { strict as assert } from 'node:assert';
import { askedNow, ratingFault, ratingForms, strayAnswers, type RatingForm } from './rating-form.ts';

const word = (vi: string, en: string) => ({ vi, en });
const rule = { source: 'Made up', mark: 'design' } as const;
const form = (from: string, more: Partial<RatingForm> = {}): RatingForm => ({
  from, ...rule, asked: { state: 10, ...rule }, question: word('Được không', 'Well'), scale: [{ score: 5, word: word('Được', 'Yes') }, { score: 1, word: word('Không', 'No') }],
  questions: [{ id: 'time', text: word('Đúng hẹn không', 'In time'), answers: [{ value: 'yes', word: word('Có', 'Yes') }, { value: 'no', word: word('Không', 'No') }] }], ...more,
});
const forms = [form('2026-01-01', { to: '2026-12-31', asked: { state: 10, days: 30, ...rule } }), form('2027-01-01', { asked: { state: 9, ...rule } })];

describe('How satisfaction is asked for', () => {
  const asked: readonly (readonly [what: string, state: number, endedAt: string | null, at: string, from: string | undefined])[] = [
    ['is by the form of the day', 10, '2026-11-19T02:00:00.000Z', '2026-11-20T02:00:00.000Z', '2026-01-01'],
    ['not before the result', 4, null, '2026-11-20T02:00:00.000Z', undefined],
    ['not when the days for it are over', 10, '2026-11-19T02:00:00.000Z', '2026-12-19T02:00:00.000Z', undefined],
    ['still on the last of them', 10, '2026-11-19T02:00:00.000Z', '2026-12-19T01:59:00.000Z', '2026-01-01'],
    ['by the next form from its first moment at the office', 9, null, '2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['in the state that the next form says', 10, null, '2026-12-31T17:00:00.000Z', undefined],
    ['not on a day that no form is for', 10, null, '2025-12-31T16:00:00.000Z', undefined],
  ];
  for (const [what, state, endedAt, at, from] of asked) it(what, () => assert.equal(askedNow({ state, endedAt }, at, forms)?.from, from));

  it('takes no answer that the form does not have', () => {
    const paths = (rated: Parameters<typeof strayAnswers>[1]) => strayAnswers(forms[0]!, rated, 'vi').map(({ path }) => path);
    assert.deepEqual(paths({ score: 5, answers: { time: 'no' } }), []);
    assert.deepEqual(paths({ score: 3, answers: { time: 'maybe', toString: 'yes' } }), ['score', 'answers.time', 'answers.toString']);
  });

  const faults: readonly (readonly [what: string, forms: unknown, says: RegExp | undefined])[] = [
    ['the shipped data', ratingForms, undefined],
    ['data without a source', [{ ...form('2026-01-01'), source: '' }], /source/],
    ['a score twice', [form('2026-01-01', { scale: [{ score: 5, word: word('A', 'A') }, { score: 5, word: word('B', 'B') }] })], /5, 5/],
    ['no form at all', [], /\S/],
  ];
  for (const [what, given, says] of faults) it(`reads ${what}`, () => (says === undefined ? assert.equal(ratingFault(given), undefined) : assert.match(ratingFault(given) ?? '', says)));
});
