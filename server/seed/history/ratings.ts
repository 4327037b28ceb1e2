import { ratingFormAt } from '../../rating/rating-form.ts';
import type { Services } from '../../services.ts';
import { pastCitizens } from './citizens.ts';

/** Most people say nothing; of the others most were content. From the best down. */
const stars = [0.55, 0.8, 0.9, 0.96, 1];
const rating = 0.5;
/** The national state of a result that was given. */
const returned = 10;

/** Whoever was content says so of each question, whoever was not says so of the first that went wrong for them; by the form of the day. */
function answersFor(score: number, at: string): Readonly<Record<string, string>> {
  const questions = ratingFormAt(at)?.questions ?? [];
  return Object.fromEntries(questions.flatMap(({ id, answers }, index) => {
    const said = answers.at(score >= 4 || index > 4 - score ? 0 : -1);
    return said === undefined ? [] : [[id, said.value]];
  }));
}

/** Some of those whose dossier has ended say how satisfied they were. */
export async function rate({ store }: Services, next: () => number): Promise<void> {
  await store.transaction(async (tx) => {
    for (const { id, endedAt } of await tx.dossiers.find({ state: returned, endedAt: { not: null }, applicantAccount: { startsWith: pastCitizens } }, { order: [['code', 'asc']] })) {
      const [says, how] = [next(), next()];
      if (says > rating || endedAt === null) continue;
      const score = 5 - stars.findIndex((share) => how < share);
      await tx.ratings.insertIfAbsent({ dossierId: id, stars: score, comment: null, answers: answersFor(score, endedAt), at: endedAt });
    }
  });
}
