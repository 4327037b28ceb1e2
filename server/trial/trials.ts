import type { Trial } from './trial.ts';

const idleMilliseconds = 60 * 60_000;
const most = 20;

/** The trials that are open in this process. Each designer has one; those that nobody looks at end. */
export interface Trials {
  /** Takes the place of the owner's former one. Undefined when too many others are in use. */
  keep(trial: Trial): boolean;
  /** The trial of that id when it is this person's. */
  of(owner: string, id: string): Trial | undefined;
  end(owner: string): Promise<void>;
}

/** `clock` in milliseconds, as `performance.now`: how long nobody looked is real time, not the trial's. */
export function openTrials(clock: () => number): Trials {
  const open = new Map<string, { readonly trial: Trial; seen: number }>();
  const end = async (owner: string): Promise<void> => {
    const found = open.get(owner);
    open.delete(owner);
    await found?.trial.end();
  };
  return {
    keep(trial) {
      for (const [owner, { seen }] of open) if (owner === trial.owner || clock() - seen > idleMilliseconds) void end(owner);
      if (open.size >= most) return false;
      open.set(trial.owner, { trial, seen: clock() });
      return true;
    },
    of(owner, id) {
      const found = open.get(owner);
      if (found?.trial.id !== id) return undefined;
      found.seen = clock();
      return found.trial;
    },
    end,
  };
}
