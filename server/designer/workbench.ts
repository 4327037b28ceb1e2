import { Worker } from 'node:worker_threads';
import { exhausted, type BenchAnswer, type BenchJob } from './bench.ts';

type Done = { readonly answer: unknown } | { readonly failed: string };

/** Puts authors' content through its checks in a thread of its own, one job after another: whatever is in it, nobody else waits. */
export interface Workbench {
  /** Content that takes longer than allowed, or more memory, is answered for as faulty. */
  put<Job extends BenchJob>(job: Job): Promise<BenchAnswer<Job>>;
}

const megabytes = 512;

/** `allowed` is the time of one job, in milliseconds. The thread starts with the first job and never keeps the process alive by itself. */
export function workbench(allowed = 15_000): Workbench {
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const run = (job: BenchJob): Promise<unknown> => new Promise((resolve, reject) => {
    const worker = (thread ??= start());
    worker.ref();
    const finish = (settle: () => void, keep: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      if (keep) worker.unref();
      else {
        thread = undefined;
        void worker.terminate();
      }
      settle();
    };
    const timer = setTimeout(() => finish(() => resolve(exhausted(job)), false), allowed);
    worker.on('message', (done: Done) => finish(() => ('answer' in done ? resolve(done.answer) : reject(new Error(done.failed))), true));
    worker.on('error', (error) => finish(() => ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(exhausted(job)) : reject(error instanceof Error ? error : new Error(String(error)))), false));
    worker.postMessage(job, []);
  });

  return {
    put: async <Job extends BenchJob>(job: Job) => {
      const answer = last.then(() => run(job));
      last = answer.catch(() => undefined);
      return (await answer) as BenchAnswer<Job>;
    },
  };
}

const start = (): Worker => new Worker(new URL('bench-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
