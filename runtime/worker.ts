import type { Runtime, WorkKind } from './runtime.ts';
import type { Surroundings } from './runtime.ts';
import { mayHave } from './work/work.ts';

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

interface Lane {
  readonly only: WorkKind;
  /** Since it began to look. */
  isWoken: boolean;
  /** Ends its sleep, if it sleeps. */
  wake: () => void;
}

const LANES: readonly WorkKind[] = ['timers', 'starts', 'posts', 'transfers', 'notices', 'pushes'];

/**
 * Does due work until it is stopped: at once when something was committed, else by polling. Timers, starts, posts, transfers, notices, pushes and
 * connector calls go in lanes of their own, so that a hanging outside system delays nothing else.
 */
export function startWorker(runtime: Pick<Runtime, 'work'>, world: Pick<Surroundings, 'store' | 'log' | 'now'>, options: WorkerOptions = {}): Worker {
  const { poll = 2_000, lanes = 4 } = options;
  const life = { stopping: false };
  const all: Lane[] = [...LANES, ...Array.from({ length: lanes }, (): WorkKind => 'connectors')].map((only) => ({ only, isWoken: false, wake: () => {} }));

  const sleep = (lane: Lane, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      lane.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (lane: Lane): Promise<void> => {
    const { only } = lane;
    while (!life.stopping) {
      let wait = poll;
      lane.isWoken = false;
      try {
        const done = await runtime.work({ only, batch: only === 'connectors' ? 1 : 50 });
        if (done.did > 0) continue;
        if (done.nextAt !== null) wait = Math.min(poll, Math.max(10, Date.parse(done.nextAt) - Date.parse(world.now())));
      } catch (error) {
        world.log('error', 'worker.round-failed', { lane: only, reason: error instanceof Error ? error.message : String(error) });
      }
      // What was written while it looked may have come behind its back.
      if (!life.stopping && !lane.isWoken) await sleep(lane, wait);
    }
  };

  const unlisten = world.store.onWork((tables) => {
    for (const lane of all) {
      if (!mayHave(lane.only, tables)) continue;
      lane.isWoken = true;
      lane.wake();
    }
  });
  const running = all.map(run);
  return {
    stop: async () => {
      life.stopping = true;
      unlisten();
      for (const lane of all) lane.wake();
      await Promise.all(running);
    },
  };
}
