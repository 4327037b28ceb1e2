import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Account } from '../../server/api/session.ts';
import { onSignedOut } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Load } from '../shell/load.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import { useText } from '../words.ts';
import { endSession, mayDesign, useSession } from './session.ts';

/** Every page is for those who design; whoever is not signed in signs in right here and stays at the address. */
export const SignedIn = ({ children }: { children: (account: Account) => ReactNode }) => {
  const text = useText();
  const client = useQueryClient();
  const session = useSession();
  useEffect(() => onSignedOut(() => endSession(client)), [client]);
  return (
    <Load of={session}>
      {({ account }) => {
        if (!account) return <SignIn />;
        if (mayDesign(account)) return children(account);
        return (
          <Page title={text('notYours')}>
            <p>{text('notYoursHint')}</p>
            <ButtonLink kind="main" href={account.kind === 'staff' ? '/desk/' : '/'} outside>{text(account.kind === 'staff' ? 'toDesk' : 'toPortal')}</ButtonLink>
          </Page>
        );
      }}
    </Load>
  );
};
