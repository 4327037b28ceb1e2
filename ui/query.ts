import { QueryClient } from '@tanstack/react-query';
import type { RouteName } from '../server/api/routes.ts';
import { call, type Answer, type Ask } from './api.ts';
import { Problem } from './problem.ts';

/** Server data in the desk and the designer. The client repeats a broken request itself; refusals are final. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 503 || error.status === 0) },
      mutations: { retry: false },
    },
  });

type GetName = Extract<RouteName, `GET ${string}`>;

/** Key and function of a GET route for `useQuery`: `useQuery(queryOf('GET /api/tasks', { query: { scope: 'mine' } }))`. */
export const queryOf = <N extends GetName>(name: N, ask: Ask<N>) => ({
  queryKey: [name, ask.params ?? {}, ask.query ?? {}] as const,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<N>> => (call as (name: N, ask: Ask<N>) => Promise<Answer<N>>)(name, { ...ask, signal }),
});
