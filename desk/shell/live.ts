import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from '../../ui/api.ts';

/** Keys of everything that may change when somebody acts on a dossier. */
const live = new Set<string>([
  'GET /api/tasks', 'GET /api/tasks/:id', 'GET /api/desk/dossiers', 'GET /api/desk/dossiers/:id', 'GET /api/desk/begun', 'GET /api/desk/dossiers/:id/place', 'GET /api/areas/:id', 'GET /api/dossiers/:id/messages', 'GET /api/incidents', 'GET /api/outside-work', 'GET /api/desk/duty',
]);

const isLive = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => live.has(String(queryKey[0]));

/** Fetches again what the pages show now. What they showed before is forgotten: a list out of memory would offer steps that are done. */
export const refresh = async (client: QueryClient): Promise<void> => {
  client.removeQueries({ type: 'inactive', predicate: isLive });
  await client.invalidateQueries({ predicate: isLive });
};

const restMilliseconds = 800;
const pollMilliseconds = 30_000;

/**
 * Keeps the pages in step with what others do: by server-sent events, gathered so that ten acts cost one fetch;
 * by asking every half minute while the stream is broken (a proxy may not let it through).
 */
export const useLive = () => {
  const client = useQueryClient();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void refresh(client);
      }, restMilliseconds);
    };
    const stream = new EventSource(addressOf('GET /api/events', {}));
    stream.addEventListener('dossier', soon);
    stream.addEventListener('worklist', soon);
    const poll = setInterval(() => {
      if (stream.readyState !== EventSource.OPEN && document.visibilityState === 'visible') soon();
    }, pollMilliseconds);
    return () => {
      stream.close();
      clearInterval(poll);
      clearTimeout(waiting);
    };
  }, [client]);
};
