/** Something about a dossier changed; who may hear of it is decided by each listener. */
export interface Change {
  readonly dossier: string;
  readonly unit: string;
  readonly receivingUnit: string;
  readonly applicant: string;
  readonly at: string;
}

/** Tells open event streams of this process what changed. */
export function liveHub() {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell(change: Change): void {
      for (const listener of listeners) listener(change);
    },
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get size(): number {
      return listeners.size;
    },
  };
}
export type LiveHub = ReturnType<typeof liveHub>;
