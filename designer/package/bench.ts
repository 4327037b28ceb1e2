import { useSyncExternalStore } from 'react';
import type { DraftPackage } from '../../server/api/designer.ts';
import { interrupted, noHistory, record, redo, undo, type Entry, type History } from './history.ts';
import { hashesOf, meanwhile } from './merge.ts';

/** A file that was touched: what the server holds of it and what it says now, blank where there is none. */
export interface Edited {
  readonly origin: string;
  readonly now: string;
}

/**
 * What lies on the workbench of one package: the texts that were edited, saved meanwhile or not, and the one way back
 * through all of them. It outlives the pages, so that a session that runs out or a look at another page loses nothing;
 * it is gone when the person signs out.
 */
export interface Bench {
  /** The draft that the edits stand on, and its files. Its number begins anew with the draft after: when it was saved tells such two apart. */
  readonly revision: number;
  readonly savedAt: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly edits: ReadonlyMap<string, Edited>;
  readonly history: History;
}

const benches = new Map<string, Bench>();
const listeners = new Set<() => void>();
const empty: Bench = { revision: 0, savedAt: '', hashes: {}, edits: new Map(), history: noHistory };

const tell = () => {
  for (const listener of listeners) listener();
};
const put = (key: string, bench: Bench) => {
  benches.set(key, bench);
  tell();
};
export const benchNow = (key: string): Bench => benches.get(key) ?? empty;

export const useBench = (key: string): Bench =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, () => benchNow(key));

const isUnsaved = ({ edits }: Bench): boolean => [...edits.values()].some(({ origin, now }) => now !== origin);
export const anyUnsaved = (): boolean => [...benches.values()].some(isUnsaved);
export const forgetBenches = () => {
  benches.clear();
  tell();
};

/**
 * A package was fetched. Of what somebody else saved nothing may be taken back unseen: there the history begins anew.
 * With edits that are not saved their own revision stands: saving will say that there is a newer one.
 * Answers the paths of which something else than this lay here: what was fetched of them is out of date.
 */
export const layOut = (key: string, draft: DraftPackage): readonly string[] => {
  const bench = benchNow(key);
  const laid = { ...standingOf(draft), hashes: hashesOf(draft) };
  const isKnown = benches.has(key);
  const isOwn = isKnown && bench.revision === laid.revision && bench.savedAt === laid.savedAt;
  const { theirs } = meanwhile(bench.hashes, laid.hashes, []);
  if (isOwn || (isKnown && theirs.length === 0)) {
    if (!isOwn || theirs.length > 0) put(key, { ...bench, ...laid });
    return [];
  }
  if (isUnsaved(bench)) return [];
  put(key, { ...laid, edits: new Map(), history: noHistory });
  return isKnown ? theirs : [];
};

/** How a draft stands, to be asked for when something takes its place. */
export const standingOf = ({ revision, savedAt }: Pick<Bench, 'revision' | 'savedAt'>): Pick<Bench, 'revision' | 'savedAt'> => ({ revision, savedAt });

/** Acts that are going on, by package: all that is changed meanwhile belongs to them. */
const acts = new Map<string, string>();
let actNumber = 0;

/** `saved` is the text that the server holds, blank for a new file: an edit that comes back to it is no edit. Changes of a file about the same thing are one step back. */
export const edit = (key: string, path: string, text: string, saved: string, about?: string) => {
  const bench = benchNow(key);
  const { origin, now } = bench.edits.get(path) ?? { origin: saved, now: saved };
  if (text === now) return;
  const history = record(bench.history, path, { before: now, after: text }, acts.get(key) ?? (about && `${path} ${about}`));
  put(key, { ...bench, edits: new Map([...bench.edits, [path, { origin, now: text }]]), history });
};

/** Takes a file away; `text` is what it says now. */
export const takeAway = (key: string, path: string, text: string) => edit(key, path, '', text);

/** What is being worked out, by package: while there is nothing, acts need not wait. */
const tails = new Map<string, Promise<unknown>>();
const bringers = new Map<string, Set<() => Promise<void> | undefined>>();
const last = (map: Map<string, Promise<unknown>>, key: string, work: Promise<void>): Promise<void> => {
  const tail = work.catch(() => undefined).finally(() => {
    if (map.get(key) === tail) map.delete(key);
  });
  map.set(key, tail);
  return work;
};

/** A change that takes a moment to work out, from what the file says when those before it are done. */
export const editLater = (key: string, path: string, saved: string, change: (now: string) => Promise<string>): Promise<void> => {
  const done = (tails.get(key) ?? Promise.resolve()).then(async () => edit(key, path, await change(benchNow(key).edits.get(path)?.now ?? saved), saved));
  return last(tails, key, done);
};

/** Something that holds changes and writes them when it is asked to, where there are any; answers the way to be asked no more. */
export const bringsLater = (key: string, bring: () => Promise<void> | undefined): (() => void) => {
  const all = bringers.get(key) ?? new Set();
  bringers.set(key, all.add(bring));
  return () => void all.delete(bring);
};

/** What is being worked out or waits to be written comes to the bench. */
const brought = async (key: string): Promise<void> => {
  await tails.get(key);
  for (const bring of bringers.get(key) ?? []) await bring();
};

const rows = new Map<string, Promise<unknown>>();

/** After this all that was changed lies on the bench. */
export const allBrought = async (key: string): Promise<void> => {
  await rows.get(key);
  await brought(key);
};

/** All that `run` changes, in whatever files, is one step back; what was changed before it is another. */
export const asOneAct = (key: string, run: () => void): Promise<void> => {
  if (acts.has(key)) {
    run();
    return Promise.resolve();
  }
  const isBusy = rows.has(key) || tails.has(key) || [...bringers.get(key) ?? []].map((bring) => bring()).some((bringing) => bringing !== undefined);
  return last(rows, key, act(key, run, isBusy ? allBrought(key) : undefined));
};

async function act(key: string, run: () => void, before: Promise<void> | undefined): Promise<void> {
  if (before) await before;
  acts.set(key, `act ${(actNumber += 1)}`);
  try {
    run();
    await brought(key);
  } finally {
    acts.delete(key);
  }
}

const step = (key: string, by: typeof undo, side: 'before' | 'after'): Entry | undefined => {
  const bench = benchNow(key);
  const taken = by(bench.history);
  if (!taken) return undefined;
  const edits = new Map(bench.edits);
  for (const [path, change] of taken.entry) edits.set(path, { origin: edits.get(path)?.origin ?? change[side], now: change[side] });
  put(key, { ...bench, edits, history: taken.history });
  return taken.entry;
};
/** Takes the last act back, in every file it changed; answers what it was. */
export const undoEdit = (key: string): Entry | undefined => step(key, undo, 'before');
/** Does again what was taken back last. */
export const redoEdit = (key: string): Entry | undefined => step(key, redo, 'after');

/** A file as it shall be saved; a file without text is none. */
export interface ChangedText { readonly path: string; readonly text: string | null }

/** Texts that differ from what the server holds, in the order of their paths. */
export const changedTexts = ({ edits }: Pick<Bench, 'edits'>): ChangedText[] =>
  [...edits].filter(([, { origin, now }]) => now !== origin).map(([path, { now }]) => ({ path, text: now || null })).toSorted((one, other) => one.path.localeCompare(other.path));

/** The sent texts are saved now; what was typed meanwhile stays an edit, and the way back stays as it is. */
export const settle = (key: string, saved: Pick<Bench, 'revision' | 'savedAt'>, sent: readonly ChangedText[]) => {
  const bench = benchNow(key);
  const edits = new Map(bench.edits);
  for (const { path, text } of sent) edits.set(path, { origin: text ?? '', now: edits.get(path)?.now ?? text ?? '' });
  put(key, { ...bench, ...standingOf(saved), edits, history: interrupted(bench.history) });
};

/** Goes on from a newer revision: with the edits, or without them. The way back does not lead behind what somebody else saved. */
export const goOnFrom = (key: string, draft: DraftPackage, keepEdits: boolean) => {
  const edits = keepEdits ? [...benchNow(key).edits].filter(([, { origin, now }]) => now !== origin) : [];
  put(key, { ...standingOf(draft), hashes: hashesOf(draft), edits: new Map(edits), history: noHistory });
};

/** Nothing of what was edited is wanted any more. */
export const dropAll = (key: string) => {
  put(key, { ...benchNow(key), edits: new Map(), history: noHistory });
};
