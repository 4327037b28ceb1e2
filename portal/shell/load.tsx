import type { ReactNode } from 'react';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Resource } from './resource.ts';

/** Shows what was loaded; a skeleton before that, the problem instead. Old data stays while fresh data comes. */
export function Load<T>({ of: resource, children }: { of: Resource<T>; children: (data: T) => ReactNode }) {
  if (resource.data !== undefined) return children(resource.data);
  if (resource.error) return <ProblemView error={resource.error} retry={resource.reload} />;
  return <Skeleton />;
}
