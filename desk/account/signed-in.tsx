import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Account } from '../../server/api/session.ts';
import { onSignedOut } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Load } from '../shell/load.tsx';
import { useLive } from '../shell/live.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { useText } from '../words.ts';
import { endSession, useSession } from './session.ts';

const Live = () => {
  useLive();
  return null;
};

/** Every page of the desk is for staff; whoever is not signed in signs in right here and stays at the address. */
export const SignedIn = ({ children }: { children: (account: Account) => ReactNode }) => {
  const text = useText();
  const client = useQueryClient();
  const session = useSession();
  useEffect(() => onSignedOut(() => endSession(client)), [client]);
  return (
    <Load of={session}>
      {({ account }) => {
        if (!account) return <SignIn />;
        if (account.kind === 'staff') return <><Live />{children(account)}</>;
        return (
          <Page title={text('citizenTitle')}>
            <p>{text('citizenHint')}</p>
            <ButtonLink kind="main" href="/" outside>{text('toPortal')}</ButtonLink>
          </Page>
        );
      }}
    </Load>
  );
};
