import { useLayoutEffect, useRef } from 'react';

/** Where each of the views was left that take turns in one scrolled place, or that stand hidden for a while: who comes back is there again. */
export function useKeptScroll(view: string, shown: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const left = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    if (shown) place.current?.scrollTo({ top: left.current.get(view) ?? 0 });
  }, [view, shown]);
  return { ref: place, onScroll: () => void left.current.set(view, place.current?.scrollTop ?? 0) };
}
