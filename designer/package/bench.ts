import { useSyncExternalStore } from 'react';
import type { DraftPackage } from '../../server/api/designer.ts';
import { begin, change, redo, undo, type History } from './history.ts';
import { hashesOf } from './merge.ts';

/**
 * What lies on the workbench of one package: texts that were edited and not saved. It outlives the pages, so that a
 * session that runs out or a look at another page loses nothing; it is gone when the person signs out.
 */
export interface Bench {
  /** Revision of the draft that the edits stand on, and its files. */
  readonly revision: number;
  readonly hashes: Readonly<Record<string, string>>;
  readonly edits: ReadonlyMap<string, History>;
}

const benches = new Map<string, Bench>();
const listeners = new Set<() => void>();
const empty: Bench = { revision: 0, hashes: {}, edits: new Map() };

const put = (key: string, bench: Bench) => {
  benches.set(key, bench);
  for (const listener of listeners) listener();
};
export const benchNow = (key: string): Bench => benches.get(key) ?? empty;
const withEdit = (bench: Bench, path: string, history: History | undefined): Bench => {
  const edits = new Map(bench.edits);
  if (history) edits.set(path, history);
  else edits.delete(path);
  return { ...bench, edits };
};

export const useBench = (key: string): Bench =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, () => benchNow(key));

export const anyUnsaved = (): boolean => [...benches.values()].some(({ edits }) => edits.size > 0);
export const forgetBenches = () => {
  benches.clear();
  for (const listener of listeners) listener();
};

/** A package was fetched. With edits on the bench their own revision stands: saving will say that there is a newer one. */
export const layOut = (key: string, draft: DraftPackage) => {
  const bench = benchNow(key);
  if (benches.has(key) && bench.edits.size > 0 && bench.revision !== draft.revision) return;
  if (bench.revision === draft.revision && benches.has(key)) return;
  put(key, { ...bench, revision: draft.revision, hashes: hashesOf(draft) });
};

/** `saved` is the text that the server holds, blank for a new file: an edit that comes back to it is no edit. */
export const edit = (key: string, path: string, text: string, saved: string, about?: string) => {
  const bench = benchNow(key);
  const history = change(bench.edits.get(path) ?? begin(saved), text, about);
  put(key, withEdit(bench, path, history));
};

export const drop = (key: string, path: string) => {
  const bench = benchNow(key);
  if (bench.edits.has(path)) put(key, withEdit(bench, path, undefined));
};

/** Takes a file away; `text` is what it says now. One that was never saved leaves nothing behind. */
export const takeAway = (key: string, path: string, text: string) => {
  const origin = benchNow(key).edits.get(path)?.origin ?? text;
  if (origin === '') drop(key, path);
  else edit(key, path, '', origin);
};

const step = (key: string, path: string, by: (history: History) => History) => {
  const bench = benchNow(key);
  const history = bench.edits.get(path);
  if (history) put(key, withEdit(bench, path, by(history)));
};
export const undoEdit = (key: string, path: string) => step(key, path, undo);
export const redoEdit = (key: string, path: string) => step(key, path, redo);

/** A file as it shall be saved; a file without text is none. */
export interface ChangedText { readonly path: string; readonly text: string | null }

/** Texts that differ from what the server holds, in the order of their paths. */
export const changedTexts = ({ edits }: Bench): ChangedText[] =>
  [...edits].filter(([, { origin, now }]) => now !== origin).map(([path, { now }]) => ({ path, text: now || null })).toSorted((one, other) => one.path.localeCompare(other.path));

/** The sent texts are saved now; what was typed meanwhile stays an edit. */
export const settle = (key: string, revision: number, sent: readonly ChangedText[]) => {
  const bench = benchNow(key);
  const edits = new Map(bench.edits);
  for (const { path, text } of sent) {
    const now = edits.get(path)?.now;
    const kept = text ?? '';
    if (now === undefined || now === kept) edits.delete(path);
    else edits.set(path, change(begin(kept), now));
  }
  put(key, { ...bench, revision, edits });
};

/** Goes on from a newer revision: with the edits, or without them. */
export const goOnFrom = (key: string, draft: DraftPackage, keepEdits: boolean) => {
  const bench = benchNow(key);
  put(key, { revision: draft.revision, hashes: hashesOf(draft), edits: keepEdits ? bench.edits : new Map() });
};

/** Nothing of what was edited is wanted any more. */
export const dropAll = (key: string) => {
  put(key, { ...benchNow(key), edits: new Map() });
};
