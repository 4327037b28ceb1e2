import type { ReactNode } from 'react';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { useKitText } from '../../ui/words.ts';
import type { Resource } from './resource.ts';

/** Shows what was loaded; a skeleton before that, the problem instead. Old data stays while fresh data comes. */
export function Load<T>({ of: resource, children }: { of: Resource<T>; children: (data: T) => ReactNode }) {
  if (resource.data !== undefined) return children(resource.data);
  if (resource.error) return <ProblemView error={resource.error} retry={resource.reload} />;
  return <Skeleton />;
}

/** The same for what a whole page is about: until it is there, the page has a heading of its own. */
export function LoadPage<T>({ of: resource, children }: { of: Resource<T>; children: (data: T) => ReactNode }) {
  const text = useKitText();
  if (resource.data !== undefined) return children(resource.data);
  const { error } = resource;
  const title = !error ? text('loading') : error.status === 404 || error.status === 403 ? text('noPermission') : text('failed');
  return <Page key={title} title={title}><Load of={resource}>{children}</Load></Page>;
}
