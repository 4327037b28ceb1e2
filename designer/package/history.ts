/** The text of one file as it is being edited, with the way back. */
export interface History {
  /** What it began with: coming back to it by whatever way leaves nothing to save. */
  readonly origin: string;
  readonly past: readonly string[];
  readonly now: string;
  readonly future: readonly string[];
  /** What the last change was about: going on with the same thing is one step back, not fifty. */
  readonly about: string | undefined;
}

const longest = 200;

export const begin = (text: string): History => ({ origin: text, past: [], now: text, future: [], about: undefined });

/** The next text. Changes about the same thing join; `undefined` never joins. */
export function change(history: History, text: string, about?: string): History {
  if (text === history.now) return history;
  const joins = about !== undefined && about === history.about && history.future.length === 0;
  return { ...history, past: joins ? history.past : [...history.past, history.now].slice(-longest), now: text, future: [], about };
}

export function undo(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { ...history, past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], about: undefined };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { ...history, past: [...history.past, history.now], now: next, future, about: undefined };
}
