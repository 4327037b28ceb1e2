/** Hears in which tables there is work (as they are called in code). */
export type WorkListener = (tables: ReadonlySet<string>) => void;

/** Listeners within this process. */
export interface Wake {
  on(listener: WorkListener): () => void;
  all: WorkListener;
}

export function wake(): Wake {
  const listeners = new Set<WorkListener>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: (tables) => {
      if (tables.size > 0) for (const listener of listeners) listener(tables);
    },
  };
}
