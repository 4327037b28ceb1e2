/** Something about a dossier changed; who may hear of it is decided by each listener. */
export interface Change {
  readonly dossier: string;
  readonly unit: string;
  readonly receivingUnit: string;
  /** Null when nobody filed it. */
  readonly applicant: string | null;
  /** Money came or something was decided of it: whoever keeps the money of the unit hears of that, and of nothing else. */
  readonly money: boolean;
  readonly at: string;
}

/** Streams that one account may hold open: a window each, and some that are not yet known to be gone. */
const mostOfOne = 20;

/** Tells open event streams of this process what changed. */
export function liveHub() {
  const listeners = new Map<(change: Change) => void, string>();
  return {
    tell(change: Change): void {
      for (const listener of listeners.keys()) listener(change);
    },
    /** Listens for an account until the answer is called; undefined when it listens often enough already. */
    listen(account: string, listener: (change: Change) => void): (() => void) | undefined {
      if ([...listeners.values()].filter((other) => other === account).length >= mostOfOne) return undefined;
      listeners.set(listener, account);
      return () => listeners.delete(listener);
    },
    get size(): number {
      return listeners.size;
    },
  };
}
export type LiveHub = ReturnType<typeof liveHub>;
