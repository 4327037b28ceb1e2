import { Type, type Static } from 'typebox';
import { Instant, Line, LocalText, orNull, shape } from './shape.ts';

const Score = Type.Integer({ minimum: 1, maximum: 5 });

/** How the citizen is asked whether they are content: one question with its scale, and others that nobody need answer. */
export const RatingAsked = shape({
  question: LocalText,
  scale: Type.Array(shape({ score: Score, word: LocalText })),
  questions: Type.Array(shape({ id: Line, text: LocalText, answers: Type.Array(shape({ value: Line, word: LocalText })) })),
});
export type RatingAsked = Static<typeof RatingAsked>;

/** What they said, in the words of that day. */
export const RatingGiven = shape({ score: Score, word: LocalText, comment: orNull(Line), at: Instant });

/** `answers` by the ids of the further questions. */
export const Rate = shape({ score: Score, answers: Type.Optional(Type.Record(Type.String({ maxLength: 50 }), Type.String({ maxLength: 50 }), { maxProperties: 12 })), comment: Type.Optional(Type.String({ maxLength: 2000 })) });
