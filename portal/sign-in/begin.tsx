import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { call } from '../../ui/api.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

/** Whoever pressed “begin” and then signed in lands in the application; what was begun earlier is offered on the service sheet before anything new begins. */
export const Begin = ({ procedure }: { procedure: string }) => {
  const text = useText();
  const [, go] = useLocation();
  const begun = useRef(false);
  const act = useAct(async (key) => {
    const { drafts } = await call('GET /api/drafts', { query: { procedure } });
    if (drafts.length > 0) return go(`/services/${procedure}`, { replace: true });
    const draft = await call('POST /api/drafts', { body: { procedure }, key });
    go(`/filing/${draft.id}`, { replace: true });
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    act.run();
  });
  return <Page title={text('signIn')}>{act.problem ? <ProblemView error={act.problem} retry={() => act.run()} /> : <Skeleton />}</Page>;
};
