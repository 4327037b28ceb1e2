import { isObject } from '../../forms/field-path.ts';
import type { RatingRow } from '../../storage/tables/messages.ts';
import type { AnswerFigures } from '../api/figures.ts';
import { ratingFormAt, ratingForms, type RatingForm } from '../rating/rating-form.ts';

/**
 * What people answered to the further questions of the form of that day, each answer with how often it was given. A question that fewer than
 * `least` have answered is left out, and so are answers that the form does not have any more.
 */
export function answerFigures(ratings: readonly Pick<RatingRow, 'answers'>[], at: string, least: number, forms: readonly RatingForm[] = ratingForms): AnswerFigures[] {
  return (ratingFormAt(at, forms)?.questions ?? []).flatMap(({ id, text, answers }): AnswerFigures[] => {
    const given = ratings.map((rating) => (isObject(rating.answers) ? rating.answers[id] : undefined));
    const counted = answers.map(({ value, word }) => ({ value, word, count: given.filter((one) => one === value).length }));
    const answered = counted.reduce((sum, { count }) => sum + count, 0);
    return answered < least ? [] : [{ id, text, answered, answers: counted }];
  });
}
