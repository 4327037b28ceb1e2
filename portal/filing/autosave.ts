import { isProblem } from '../../ui/problem.ts';

/** `here`: kept on this device only, because no answer came. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'here' | 'conflict' | 'refused';

interface Ports<T> {
  /** Sends one copy; gives the new revision. */
  readonly send: (value: T, revision: number) => Promise<{ readonly revision: number; readonly savedAt: string }>;
  /** Keeps a copy on this device until it is sent; `undefined` forgets it. */
  readonly keep: (kept: { readonly value: T; readonly revision: number } | undefined) => void;
  readonly onStatus: (status: SaveStatus, savedAt?: string) => void;
  /** Milliseconds of quiet before a change is sent. */
  readonly quiet: number;
}

/**
 * Saves what is typed, without being asked: the latest copy, one request at a time. Nothing is lost when the network
 * goes: the copy stays on the device and is sent with the next change or `flush`.
 */
export const createAutosave = <T>(start: { readonly revision: number }, { send, keep, onStatus, quiet }: Ports<T>) => {
  let { revision } = start;
  let waiting: { readonly value: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let busy = 0;
  let stopped = false;

  const sendWaiting = async () => {
    while (waiting && !stopped) {
      const { value } = waiting;
      waiting = undefined;
      onStatus('saving');
      try {
        const saved = await send(value, revision);
        revision = saved.revision;
        if (!waiting) keep(undefined);
        onStatus(waiting ? 'unsaved' : 'saved', saved.savedAt);
      } catch (error) {
        if (!isProblem(error)) throw error;
        stopped = error.code === 'revision-conflict';
        waiting ??= { value };
        onStatus(stopped ? 'conflict' : error.status === 0 || error.status >= 500 ? 'here' : 'refused');
        return;
      }
    }
  };

  /** Sends what waits, now; resolves when nothing is on its way any more. */
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    busy += 1;
    turn = turn.catch(() => undefined).then(sendWaiting).finally(() => (busy -= 1));
    return turn;
  };

  return {
    flush,
    change: (value: T) => {
      if (stopped) return;
      waiting = { value };
      keep({ value, revision });
      onStatus('unsaved');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), quiet);
    },
    /** True when everything typed has reached the server. */
    isSaved: () => waiting === undefined && busy === 0,
    revision: () => revision,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
