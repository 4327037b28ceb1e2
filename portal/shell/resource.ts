import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { RouteName } from '../../server/api/routes.ts';
import { call, type Answer, type Ask } from '../../ui/api.ts';
import { Problem } from '../../ui/problem.ts';

type GetName = Extract<RouteName, `GET ${string}`>;

interface Entry {
  data?: unknown;
  error?: Problem | undefined;
  loading: boolean;
}

export interface Resource<T> {
  readonly data: T | undefined;
  readonly error: Problem | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

// A citizen's page reads one or two things; this small cache keeps the script within its budget (90 kB).
const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();
const idle: Entry = { loading: false };

const put = (key: string, entry: Entry) => {
  entries.set(key, entry);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const keyOf = (name: string, ask: { params?: unknown; query?: unknown }) => `${name} ${JSON.stringify([ask.params ?? {}, ask.query ?? {}])}`;

const load = async (key: string, fetchIt: () => Promise<unknown>) => {
  if (entries.get(key)?.loading) return;
  put(key, { data: entries.get(key)?.data, loading: true });
  try {
    put(key, { data: await fetchIt(), loading: false });
  } catch (error) {
    put(key, { data: entries.get(key)?.data, loading: false, error: error instanceof Problem ? error : new Problem({ status: 0, code: 'unreadable', title: String(error) }) });
  }
};

/** What a GET route answers: shown from memory at once, fetched anew on every visit. `enabled` false asks nothing. */
export const useResource = <N extends GetName>(name: N, ask: Ask<N>, enabled = true): Resource<Answer<N>> => {
  const key = keyOf(name, ask);
  const entry = useSyncExternalStore(subscribe, () => entries.get(key) ?? idle);
  const reload = useCallback(() => {
    // the key holds everything that `ask` says
    void load(key, () => (call as (name: N, ask: Ask<N>) => Promise<Answer<N>>)(name, ask));
    // oxlint-disable-next-line react/exhaustive-deps -- `ask` is a new object on each render; `key` is its value
  }, [key]);
  useEffect(() => {
    if (!enabled) return;
    reload();
    // what failed for want of a network comes by itself when the network returns
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [enabled, reload]);
  return {
    data: entry.data as Answer<N> | undefined,
    error: entry.error,
    loading: entry.loading || (enabled && entry === idle),
    reload,
  };
};

/** Asks before the page is drawn for what it will show: over a slow line letters would come first. */
export const askAhead = <N extends GetName>(name: N, ask: Ask<N>): void => {
  void load(keyOf(name, ask), () => (call as (name: N, ask: Ask<N>) => Promise<Answer<N>>)(name, ask));
};

/** Puts an answer that is already known, e.g. the session after signing in. */
export const setResource = <N extends GetName>(name: N, ask: Ask<N>, data: Answer<N>) => put(keyOf(name, ask), { data, loading: false });

/** The frame around every page: it is the agency's, whoever is signed in, and stays on the page. */
const everybodys = keyOf('GET /api/app', {});

/** Forgets everything of the person who leaves. */
export const forgetResources = () => {
  for (const key of entries.keys()) if (key !== everybodys) entries.delete(key);
  for (const listener of listeners) listener();
};
