import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../ui/query.ts';

/** The step that follows in my team's list, next due first: where "next" leads without deciding this one. */
export const useAfter = (task: string | undefined): string | undefined => {
  const list = useQuery({ ...queryOf('GET /api/tasks', { query: { scope: 'team', limit: 50 } }), enabled: task !== undefined, staleTime: 30_000 });
  const items = list.data?.items ?? [];
  const at = items.findIndex(({ id }) => id === task);
  return items[at + 1]?.id ?? items.find(({ id }) => id !== task)?.id;
};
