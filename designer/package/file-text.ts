import { useQueries, useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PackageText } from '../../server/api/designer.ts';
import { queryOf } from '../../ui/query.ts';
import { useBench, type ChangedText } from './bench.ts';
import { fetchText } from './together.ts';

export const savedText = (key: string, path: string) => ({ ...queryOf('GET /api/designer/procedures/:key/file', { params: { key }, query: { path } }), queryFn: () => fetchText(key, path) });

/** A file's text: as it lies on the bench, else as the server holds it; a new file lies on the bench alone. */
export const useFileText = (key: string, path: string, wanted = true) => {
  const history = useBench(key).edits.get(path);
  const query = useQuery({ ...savedText(key, path), staleTime: Infinity, enabled: wanted && history?.origin !== '' });
  return { query, saved: query.data?.text ?? history?.origin, text: history?.now ?? query.data?.text };
};

/** Several files at once, by path: those that are there by now. */
export const useFileTexts = (key: string, paths: readonly string[]): ReadonlyMap<string, string> => {
  const { edits } = useBench(key);
  const queries = useQueries({ queries: paths.map((path) => ({ ...savedText(key, path), staleTime: Infinity, enabled: edits.get(path)?.origin !== '' })) });
  const texts = paths.map((path, index) => edits.get(path)?.now ?? queries[index]?.data?.text ?? '');
  const stamp = JSON.stringify([paths, texts]);
  // oxlint-disable-next-line react/exhaustive-deps -- the stamp says whether any text changed
  return useMemo(() => new Map(paths.flatMap((path, index) => (texts[index] ? [[path, texts[index]] as const] : []))), [stamp]);
};

/** After saving: the server holds just this. What is gone stays as no text: whoever still lists it would ask for it in vain. */
export const keepSaved = (client: QueryClient, key: string, sent: readonly ChangedText[], revision: number) => {
  for (const { path, text } of sent) client.setQueryData<PackageText>(savedText(key, path).queryKey, { path, text: text ?? '', revision });
};

/** What is gone is no longer listed: nothing is kept of it that could be asked for again. */
export const dropGone = (client: QueryClient, key: string, sent: readonly ChangedText[]) => {
  for (const { path, text } of sent) if (text === null) client.removeQueries({ queryKey: savedText(key, path).queryKey });
};

/** Somebody else saved these: what was fetched of them is shown no more, so that nobody goes on from it. */
export const dropOld = (client: QueryClient, key: string, paths: readonly string[]) =>
  Promise.all(paths.map((path) => client.resetQueries({ queryKey: savedText(key, path).queryKey })));

/** The server holds something else than was fetched. */
export const forgetSaved = (client: QueryClient, key: string) =>
  client.invalidateQueries({ refetchType: 'all', predicate: ({ queryKey: [name, params] }) => String(name).startsWith('GET /api/designer/procedures/:key') && (params as { key?: string }).key === key });
