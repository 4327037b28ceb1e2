import { useQuery } from '@tanstack/react-query';
import { ask } from '../proof/ask.ts';

const keptMilliseconds = 60_000;

/** A connector's file as the worker reads it, with its samples tried; while it is typed, the last answer stands. */
export const useTried = (name: string, source: string | undefined) =>
  useQuery({
    queryKey: ['connector', name, source], queryFn: () => ask({ ask: 'connector', name, text: source ?? '' }), enabled: source !== undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === name ? before : undefined), staleTime: Infinity, gcTime: keptMilliseconds,
  });
