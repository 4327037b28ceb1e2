/** What one act changed: of each file what it said before and after, blank where there was none. */
export type Entry = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** The acts on all files of a draft, in their order: one way back and forth, whichever file is being looked at. */
export interface History {
  readonly past: readonly Entry[];
  /** What was taken back, the next to be done again first. */
  readonly future: readonly Entry[];
  /** What the last act was about: going on with the same thing is one step back, not fifty. */
  readonly about: string | undefined;
}

const longest = 300;

export const noHistory: History = { past: [], future: [], about: undefined };

/** One more change of a file. Changes about the same thing are one act; `undefined` never joins. An act that comes back to where it began is none. */
export function record({ past, future, about: before }: History, path: string, change: { readonly before: string; readonly after: string }, about?: string): History {
  const joined = about !== undefined && about === before && future.length === 0 ? past.at(-1) : undefined;
  const entry = new Map(joined);
  const began = joined?.get(path)?.before ?? change.before;
  if (began === change.after) entry.delete(path);
  else entry.set(path, { before: began, after: change.after });
  const kept = joined ? past.slice(0, -1) : past;
  return entry.size === 0 ? { past: kept, future: [], about: undefined } : { past: [...kept, entry].slice(-longest), future: [], about };
}

/** What comes next is another act, whatever it is about. */
export const interrupted = (history: History): History => ({ ...history, about: undefined });

/** The way back by one act, and the texts that then stand; nothing at the beginning. */
export function undo({ past, future }: History): { readonly history: History; readonly entry: Entry } | undefined {
  const entry = past.at(-1);
  return entry && { history: { past: past.slice(0, -1), future: [entry, ...future], about: undefined }, entry };
}

/** The way forth by one act; nothing at the end. */
export function redo({ past, future: [entry, ...future] }: History): { readonly history: History; readonly entry: Entry } | undefined {
  return entry && { history: { past: [...past, entry], future, about: undefined }, entry };
}
