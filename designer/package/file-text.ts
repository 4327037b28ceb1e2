import { useQuery, type QueryClient } from '@tanstack/react-query';
import type { PackageText } from '../../server/api/designer.ts';
import { queryOf } from '../../ui/query.ts';
import { useBench } from './bench.ts';

const saved = (key: string, path: string) => queryOf('GET /api/designer/procedures/:key/file', { params: { key }, query: { path } });

/** A file's text: as it lies on the bench, else as the server holds it. */
export const useFileText = (key: string, path: string, wanted = true) => {
  const history = useBench(key).edits.get(path);
  const query = useQuery({ ...saved(key, path), staleTime: Infinity, enabled: wanted });
  return { query, saved: query.data?.text, text: history?.now ?? query.data?.text };
};

/** After saving: the server holds just this. */
export const keepSaved = (client: QueryClient, key: string, sent: readonly { readonly path: string; readonly text: string }[], revision: number) => {
  for (const { path, text } of sent) client.setQueryData<PackageText>(saved(key, path).queryKey, { path, text, revision });
};

/** The server holds something else than was fetched. */
export const forgetSaved = (client: QueryClient, key: string) =>
  client.invalidateQueries({ refetchType: 'all', predicate: ({ queryKey: [name, params] }) => String(name).startsWith('GET /api/designer/procedures/:key') && (params as { key?: string }).key === key });
