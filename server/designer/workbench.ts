import { setInterval } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { exhausted, type BenchAnswer, type BenchJob } from './bench.ts';

type Done = { readonly answer: unknown } | { readonly failed: string };

/** Puts authors' content through its checks in a thread of its own, one job after another: whatever is in it, nobody else waits. */
export interface Workbench {
  /** Content that takes longer than allowed, or more memory, is answered for as faulty. */
  put<Job extends BenchJob>(job: Job): Promise<BenchAnswer<Job>>;
}

const megabytes = 512;

/** What the thread ends a job with: an answer, a fault of ours, or its own end. */
type End = Done | { readonly ended: unknown };

const lookEvery = 250;
/** How much longer than its processor time a job may last by the clock, when the machine is busy with other things. */
const patience = 8;

/** Milliseconds of processor time so far; nothing for a thread that has ended. */
const used = async (worker: Worker): Promise<number> => {
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  return (user + system) / 1000;
};

/** Resolves once the thread has spent more than it is allowed; rejects when it is watched no longer. */
async function overspent(worker: Worker, allowed: number, signal: AbortSignal): Promise<void> {
  const before = await used(worker);
  for await (const watched of setInterval(lookEvery, worker, { ref: false, signal })) if ((await used(watched)) - before > allowed) return;
}

/** `allowed` is the processor time of one job, in milliseconds: a busy machine is no fault of the content. The thread starts with the first job and never keeps the process alive by itself. */
export function workbench(allowed = 15_000): Workbench {
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let finish: (end: End | undefined) => void = () => undefined;

  const start = (): Worker => {
    const worker = new Worker(new URL('bench-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    const end = (what: End): void => {
      if (thread === worker) finish(what);
    };
    worker.on('message', (done: Done) => end(done));
    worker.on('error', (error) => end({ ended: error }));
    worker.on('exit', () => end({ ended: new Error('expected the thread that checks packages to live, but it ended') }));
    return worker;
  };

  const run = async (job: BenchJob): Promise<unknown> => {
    const worker = (thread ??= start());
    worker.ref();
    const watch = new AbortController();
    const end = await new Promise<End | undefined>((resolve) => {
      finish = resolve;
      setTimeout(resolve, allowed * patience, undefined).unref();
      overspent(worker, allowed, watch.signal).then(() => resolve(undefined), () => undefined);
      worker.postMessage(job, []);
    });
    watch.abort();
    worker.unref();
    if (end !== undefined && 'answer' in end) return end.answer;
    if (end !== undefined && 'failed' in end) throw new Error(end.failed);
    thread = undefined;
    void worker.terminate();
    if (end === undefined || (end.ended as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY') return exhausted(job);
    throw end.ended;
  };

  return {
    put: async <Job extends BenchJob>(job: Job) => {
      const answer = last.then(() => run(job));
      last = answer.catch(() => undefined);
      return (await answer) as BenchAnswer<Job>;
    },
  };
}
