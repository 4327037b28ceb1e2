import { answer, type Answer, type Ask, type Question } from './questions.ts';

/** What a page says to the worker: a question by its number, or that nobody waits for its answer any more. */
export type Said = { readonly id: number; readonly question: Question } | { readonly stop: number };
/** What it hears: findings that are certain already, the answer, why there is none, or that it will not come. */
export type Heard = { readonly id: number } & ({ readonly early: Answer<'check'> } | { readonly answer: Answer<Ask> } | { readonly failed: string } | { readonly stopped: true });

const stopped = new Set<number>();
const say = (heard: Heard): void => postMessage(heard);
/** Messages that came meanwhile are heard. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

// Beside the page, so that drawing never waits for a proof.
const reply = async (id: number, question: Question): Promise<void> => {
  const isStopped = async (): Promise<boolean> => turn().then(() => stopped.has(id));
  try {
    say({ id, answer: await answer(question, { early: (findings) => say({ id, early: findings }), isStopped }) });
  } catch (error) {
    say({ id, failed: error instanceof Error ? error.message : String(error) });
  }
  stopped.delete(id);
};

addEventListener('message', ({ data }: MessageEvent<Said>) => {
  if ('question' in data) return void reply(data.id, data.question);
  stopped.add(data.stop);
  return say({ id: data.stop, stopped: true });
});
