import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import { AccountDialog } from '../../ui/account-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { anyUnsaved } from '../package/bench.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { signOut } from './session.ts';

/** Who is signed in, and the way out; unsaved work is asked about first. */
export const AccountMenu = ({ account }: { account: Account }) => {
  const text = useText();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [open, setOpen] = useState(false);
  const leaving = useAct(async () => {
    await signOut(client);
    go('/');
  });
  return (
    <>
      <button type="button" className="shell-who" onClick={() => setOpen(true)}><strong>{account.name}</strong></button>
      <AccountDialog account={account} open={open} onClose={() => setOpen(false)} />
      <Button kind="quiet" small busy={leaving.busy} onClick={() => (!anyUnsaved() || confirm(text('leaveUnsaved'))) && leaving.run()}><Icon of={LogOut} /><span className="shell-word">{text('signOut')}</span></Button>
    </>
  );
};
