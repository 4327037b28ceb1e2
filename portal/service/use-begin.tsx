import { useLocation } from 'wouter';
import { call } from '../../ui/api.ts';
import { Button, ButtonLink, type ButtonKind } from '../../ui/button.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useSession } from '../account/session.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

/** The button that begins a new application; whoever is not signed in signs in first and lands in the new draft. */
export const useBegin = (procedure: string) => {
  const text = useText();
  const [, go] = useLocation();
  const { data } = useSession();
  const act = useAct(async (key) => {
    const draft = await call('POST /api/drafts', { body: { procedure }, key });
    go(`/filing/${draft.id}`);
  });
  return (kind: ButtonKind) => {
    if (!data?.account) return <ButtonLink kind={kind} href={`/sign-in?begin=${procedure}`}>{text('begin')}</ButtonLink>;
    if (data.account.kind !== 'citizen') return <p className="muted">{text('staffHint')}</p>;
    return (
      <>
        <Button kind={kind} busy={act.busy} onClick={() => act.run()}>{text('begin')}</Button>
        {act.problem && <ProblemView error={act.problem} />}
      </>
    );
  };
};
