import { died, hangMilliseconds, hung } from '../proof/worker-fault.ts';
import type { Answer, Question, Told } from './simulation.worker.ts';

/** Simulates in a worker of its own, so that the page stays quick, and tells `onRun` how many runs are done. Rejects when the worker dies, or says nothing for long; after `signal` it is stopped and says nothing more. */
export const simulateBeside = (question: Question, signal: AbortSignal, onRun: (done: number) => void): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
    const end = (say: () => void) => {
      clearTimeout(hang);
      worker.terminate();
      if (!signal.aborted) say();
    };
    const waitOn = () => setTimeout(() => end(() => reject(hung(hangMilliseconds))), hangMilliseconds);
    let hang = waitOn();
    signal.addEventListener('abort', () => end(() => undefined), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if ('answer' in data) return end(() => resolve(data.answer));
      clearTimeout(hang);
      hang = waitOn();
      onRun(data.done);
    });
    worker.addEventListener('error', ({ message }) => end(() => reject(died(message))));
    worker.addEventListener('messageerror', () => end(() => reject(died('its answer could not be read'))));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin of its own
    worker.postMessage(question);
  });
