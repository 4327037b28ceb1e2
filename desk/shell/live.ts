import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from '../../ui/live.ts';

/** Keys of everything that may change when somebody acts on a dossier. */
const live = new Set<string>([
  'GET /api/tasks', 'GET /api/tasks/:id', 'GET /api/desk/dossiers', 'GET /api/desk/dossiers/:id', 'GET /api/desk/begun', 'GET /api/desk/dossiers/:id/place', 'GET /api/areas/:id', 'GET /api/dossiers/:id/messages', 'GET /api/incidents', 'GET /api/outside-work', 'GET /api/desk/duty', 'GET /api/desk/money',
]);

const isLive = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => live.has(String(queryKey[0]));

/** Fetches again what the pages show now. What they showed before is forgotten: a list out of memory would offer steps that are done. */
export const refresh = async (client: QueryClient): Promise<void> => {
  client.removeQueries({ type: 'inactive', predicate: isLive });
  await client.invalidateQueries({ predicate: isLive });
};

/** Keeps the pages in step with what others do. */
export const useLive = () => {
  const client = useQueryClient();
  useEffect(() => listen(() => void refresh(client)), [client]);
};
