import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import { Button } from '../../ui/button.tsx';
import { anyUnsaved } from '../package/bench.ts';
import { useAct } from '../shell/use-act.ts';
import { useText } from '../words.ts';
import { signOut } from './session.ts';

/** Who is signed in, and the way out; unsaved work is asked about first. */
export const AccountMenu = ({ account }: { account: Account }) => {
  const text = useText();
  const client = useQueryClient();
  const [, go] = useLocation();
  const leaving = useAct(async () => {
    await signOut(client);
    go('/');
  });
  return (
    <>
      <strong>{account.name}</strong>
      <Button kind="quiet" small busy={leaving.busy} onClick={() => (!anyUnsaved() || confirm(text('leaveUnsaved'))) && leaving.run()}>{text('signOut')}</Button>
    </>
  );
};
