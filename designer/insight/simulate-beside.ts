import { died, hangMilliseconds, hung } from '../proof/worker-fault.ts';
import type { Answer, Question } from './simulation.worker.ts';

/** Simulates in a worker of its own, so that the page stays quick. Rejects when the worker dies or does not come back; after `signal` it is stopped and says nothing more. */
export const simulateBeside = (question: Question, signal: AbortSignal): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
    const end = (say: () => void) => {
      clearTimeout(hang);
      worker.terminate();
      if (!signal.aborted) say();
    };
    const hang = setTimeout(() => end(() => reject(hung(hangMilliseconds))), hangMilliseconds);
    signal.addEventListener('abort', () => end(() => undefined), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(() => resolve(data)));
    worker.addEventListener('error', ({ message }) => end(() => reject(died(message))));
    worker.addEventListener('messageerror', () => end(() => reject(died('its answer could not be read'))));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin of its own
    worker.postMessage(question);
  });
