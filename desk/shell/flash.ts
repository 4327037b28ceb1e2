import { useSyncExternalStore } from 'react';
import type { TaskCompleted } from '../../server/api/task.ts';
import type { LocalText } from '../../server/api/shape.ts';

/** What was just done, told on the page that comes next. */
export interface Done {
  readonly step: LocalText;
  readonly code: string;
  readonly open: TaskCompleted['open'];
  readonly dossier: string;
  readonly state: TaskCompleted['state'];
  /** The dossier was begun by it. */
  readonly begun?: true;
  /** It was not done: this was reported from it. */
  readonly raised?: true;
}

let done: Done | undefined;
const listeners = new Set<() => void>();

export const tellDone = (next: Done | undefined) => {
  done = next;
  for (const listener of listeners) listener();
};

export const useDone = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, () => done);
