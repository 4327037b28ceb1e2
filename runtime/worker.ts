import type { Runtime, WorkKind } from './runtime.ts';
import type { Surroundings } from './runtime.ts';

export interface Worker {
  /** Takes nothing new, and resolves when what is in hand is done. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Milliseconds to look again when nothing woke us; default 2,000. */
  readonly poll?: number;
  /** Connector calls that may hang without holding up the others; default 4. */
  readonly lanes?: number;
}

const LANES: readonly WorkKind[] = ['timers', 'starts', 'posts', 'transfers', 'notices'];

/**
 * Does due work until it is stopped: at once when something was committed, else by polling. Timers, starts, posts, transfers, notices and
 * connector calls go in lanes of their own, so that a hanging outside system delays nothing else.
 */
export function startWorker(runtime: Pick<Runtime, 'work'>, world: Pick<Surroundings, 'store' | 'log' | 'now'>, options: WorkerOptions = {}): Worker {
  const { poll = 2_000, lanes = 4 } = options;
  const life = { stopping: false };
  const sleepers = new Set<() => void>();
  const wakeAll = (): void => {
    for (const wake of sleepers) wake();
  };

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      sleepers.add(wake);
    });

  const lane = async (only: WorkKind, batch: number): Promise<void> => {
    while (!life.stopping) {
      let wait = poll;
      try {
        const done = await runtime.work({ only, batch });
        if (done.did > 0) {
          // What one lane did may be work for another.
          wakeAll();
          continue;
        }
        if (done.nextAt !== null) wait = Math.min(poll, Math.max(10, Date.parse(done.nextAt) - Date.parse(world.now())));
      } catch (error) {
        world.log('error', 'worker.round-failed', { lane: only, reason: error instanceof Error ? error.message : String(error) });
      }
      if (!life.stopping) await sleep(wait);
    }
  };

  const unlisten = world.store.onWork(wakeAll);
  const running = [...LANES.map((kind) => lane(kind, 50)), ...Array.from({ length: lanes }, () => lane('connectors', 1))];
  return {
    stop: async () => {
      life.stopping = true;
      unlisten();
      wakeAll();
      await Promise.all(running);
    },
  };
}
