/** Listeners within this process. */
export interface Wake {
  on(listener: () => void): () => void;
  all(): void;
}

export function wake(): Wake {
  const listeners = new Set<() => void>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => {
      for (const listener of listeners) listener();
    },
  };
}
