import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useLocation } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import { AccountDialog } from '../../ui/account-dialog.tsx';
import { base } from '../../ui/base.ts';
import { Button } from '../../ui/button.tsx';
import { date } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useRoleName } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { usePushHere } from '../../ui/push/use-push-here.ts';
import { useText } from '../words.ts';
import { signOut } from './session.ts';

// Fetched by whoever opens it.
const PushPanel = lazy(async () => ({ default: (await import('../../ui/push/push-panel.tsx')).PushPanel }));

/** Who is signed in, in which role and unit, until when and for whom if it was delegated; and the way out. */
export const AccountMenu = ({ account }: { account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const roleName = useRoleName();
  const [, go] = useLocation();
  const [open, setOpen] = useState(false);
  usePushHere(account.id);
  const leaving = useAct(async () => {
    await signOut(client);
    go('/');
  });
  const roles = account.roles.map(({ role, unit, until, delegatedBy }) =>
    [
      `${roleName(role)}, ${pick(unit.name, language)}`,
      delegatedBy && text('delegatedBy', { name: delegatedBy }),
      until && text('until', { date: date(until) }),
    ].filter(Boolean).join(' · '),
  );
  return (
    <>
      <button type="button" className="shell-who" onClick={() => setOpen(true)}>
        <strong>{account.name}</strong>
        <span className="muted">{roles[0] ?? text('noRole')}{roles.length > 1 && ` +${roles.length - 1}`}</span>
      </button>
      <AccountDialog account={account} open={open} onClose={() => setOpen(false)}>
        {roles.length === 0 ? <p>{text('noRole')}</p> : <ul>{roles.map((role) => <li key={role}>{role}</li>)}</ul>}
        {open && <Suspense fallback={null}><PushPanel lead={text('pushForStaff')} level={3} /></Suspense>}
      </AccountDialog>
      {/* Whoever is played in a trial stays who they are. */}
      {base === '' && <Button kind="quiet" small busy={leaving.busy} onClick={() => leaving.run()}><Icon of={LogOut} /><span className="shell-word">{text('signOut')}</span></Button>}
    </>
  );
};
