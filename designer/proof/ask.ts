import type { Heard, Said } from './check.worker.ts';
import type { Answer, Ask, Question } from './questions.ts';
import { died, hangMilliseconds, hung } from './worker-fault.ts';

interface Waiting {
  readonly question: Question;
  readonly hear: (heard: Heard | { readonly fault: Error }) => void;
}

/** Nobody waits this long for a worker that is deep in a proof that nobody wants: then another begins, cold, with what is still asked. */
const patienceMilliseconds = 1_000;

// One worker for all: what it has read of a package is not read again, and what it has run is warm.
const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let asked = 0;

const spawn = (): Worker => {
  const fresh = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  fresh.addEventListener('message', ({ data }: MessageEvent<Heard>) => waiting.get(data.id)?.hear(data));
  const die = (message: string) => {
    if (worker !== fresh) return;
    worker = undefined;
    fresh.terminate();
    for (const { hear } of waiting.values()) hear({ fault: died(message) });
  };
  fresh.addEventListener('error', ({ message }) => die(message));
  fresh.addEventListener('messageerror', () => die('its answer could not be read'));
  return fresh;
};

const say = (said: Said): void => {
  worker ??= spawn();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin of its own
  worker.postMessage(said);
};

const beginAnew = (): void => {
  worker?.terminate();
  worker = undefined;
  for (const [id, { question }] of waiting) say({ id, question });
};

/** Asks a worker of this browser. `early` hears what is certain before the answer is whole; when nobody wants the answer any more, the worker turns to the next question. */
export const ask = <K extends Ask>(question: Question & { readonly ask: K }, { signal, early }: { readonly signal?: AbortSignal; readonly early?: (findings: Answer<'check'>) => void } = {}): Promise<Answer<K>> => {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(hang);
      const patience = setTimeout(() => {
        waiting.delete(id);
        beginAnew();
      }, patienceMilliseconds);
      waiting.set(id, { question, hear: () => {
        clearTimeout(patience);
        waiting.delete(id);
      } });
      say({ stop: id });
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const hang = setTimeout(() => {
      waiting.get(id)?.hear({ fault: hung(hangMilliseconds) });
      beginAnew();
    }, hangMilliseconds);
    waiting.set(id, { question, hear: (heard) => {
      if ('early' in heard) return early?.(heard.early);
      clearTimeout(hang);
      signal?.removeEventListener('abort', stop);
      waiting.delete(id);
      if ('fault' in heard) return reject(heard.fault);
      if ('answer' in heard) return resolve(heard.answer as Answer<K>);
      return reject(new Error('failed' in heard ? heard.failed : 'stopped'));
    } });
    say({ id, question });
  });
};
