import { Type, type Static } from 'typebox';
import { officeDate } from '../../engine/calendar/office-day.ts';
import { isInForce } from '../../procedures/in-force.ts';
import { Mark } from '../../procedures/procedure.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { RatingAsked } from '../api/rating.ts';
import { faultsOf } from '../http/validate.ts';
import listed from './rating-forms.json' with { type: 'json' };

const closed = { additionalProperties: false };
const Text = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const sourced = { source: Type.String({ minLength: 1 }), mark: Mark };
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' });

/**
 * How satisfaction is asked for, from one day to another: when (the national state of the dossier, and for how many days from its end),
 * the question with its scale from the best down, and further ones that nobody need answer. Scores are from 1 to 5 on every scale, so
 * that figures of different years may stand together.
 */
export const RatingForm = Type.Object({
  from: Day, to: Type.Optional(Day), ...sourced,
  asked: Type.Object({ state: Type.Integer({ minimum: 1, maximum: 10 }), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })), ...sourced }, closed),
  question: Text,
  scale: Type.Array(Type.Object({ score: Type.Integer({ minimum: 1, maximum: 5 }), word: Text }, closed), { minItems: 2, maxItems: 5 }),
  questions: Type.Array(Type.Object({ id: Name, text: Text, answers: Type.Array(Type.Object({ value: Name, word: Text }, closed), { minItems: 2, maxItems: 6 }) }, closed), { maxItems: 12 }),
}, closed);
export type RatingForm = Static<typeof RatingForm>;

/** What is wrong with such data, and where; nothing where it may be used. */
export function ratingFault(forms: unknown): string | undefined {
  const [fault] = faultsOf(Type.Array(RatingForm, { minItems: 1 }), forms, 'en');
  if (fault !== undefined) return `${fault.path}: ${fault.message}`;
  const twice = (forms as readonly RatingForm[]).flatMap(({ scale, questions }) => [scale.map(({ score }) => score), questions.map(({ id }) => id), ...questions.map(({ answers }) => answers.map(({ value }) => value))]).find((names: readonly unknown[]) => new Set(names).size < names.length);
  return twice === undefined ? undefined : `expected each score, question and answer once, but ${twice.join(', ')}`;
}

const fault = ratingFault(listed);
if (fault !== undefined) throw new Error(`expected rating-forms.json to hold forms of rating, but ${fault}`);
export const ratingForms = listed as unknown as readonly RatingForm[];

/** The form in force at an instant. */
export const ratingFormAt = (at: string, forms: readonly RatingForm[] = ratingForms): RatingForm | undefined => forms.find((form) => isInForce(form, officeDate(at)));

/** How a dossier that stands so is asked about now; nothing when it is not, or not any more. */
export function askedNow({ state, endedAt }: { readonly state: number; readonly endedAt: string | null }, at: string, forms: readonly RatingForm[] = ratingForms): RatingForm | undefined {
  const form = ratingFormAt(at, forms);
  if (form?.asked.state !== state) return undefined;
  const { days } = form.asked;
  return days === undefined || endedAt === null || Date.parse(at) < Date.parse(endedAt) + days * 86_400_000 ? form : undefined;
}

/** What the citizen is shown: no sources. */
export const ratingAsked = ({ question, scale, questions }: RatingForm): RatingAsked =>
  ({ question, scale: scale.map(({ score, word }) => ({ score, word })), questions: questions.map(({ id, text, answers }) => ({ id, text, answers: answers.map(({ value, word }) => ({ value, word })) })) });

const notThere = { vi: 'Câu trả lời này không có trong phiếu', en: 'The form has no such answer' };

/** Answers that the form does not have. */
export const strayAnswers = ({ scale, questions }: RatingForm, { score, answers = {} }: { readonly score: number; readonly answers?: Readonly<Record<string, string>> }, language: 'vi' | 'en'): FieldProblem[] => [
  ...(scale.some((one) => one.score === score) ? [] : [{ path: 'score', message: notThere[language] }]),
  ...Object.entries(answers).flatMap(([id, value]) => (questions.find((one) => one.id === id)?.answers.some((one) => one.value === value) ? [] : [{ path: `answers.${id}`, message: notThere[language] }])),
];

/** What was chosen, in the words of the day on which it was; of a scale that has no such score any more, the number. */
export function wordOf(stars: number, at: string): { readonly vi: string; readonly en: string } {
  return ratingFormAt(at)?.scale.find(({ score }) => score === stars)?.word ?? { vi: String(stars), en: String(stars) };
}
