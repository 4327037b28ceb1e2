import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { LoadPage } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { useSession } from './session.ts';

/** Pages of a citizen: whoever is not signed in is asked to, and comes back here afterwards. */
export const SignedIn = ({ children }: { children: (account: Account) => ReactNode }) => {
  const text = useText();
  const session = useSession();
  const [path] = useLocation();
  const search = useSearch();
  const here = encodeURIComponent(search ? `${path}?${search}` : path);
  return (
    <LoadPage of={session}>
      {({ account }) => {
        if (account?.kind === 'citizen') return children(account);
        return account ? (
          <Page title={text('staffTitle')}>
            <p>{text('staffHint')}</p>
            <ButtonLink kind="main" href="/desk/" outside>{text('toDesk')}</ButtonLink>
          </Page>
        ) : (
          <Page title={text('signInNeeded')}>
            <p>{text('signInNeededHint')}</p>
            <ButtonLink kind="main" href={`/sign-in?return=${here}`}>{text('signIn')}</ButtonLink>
          </Page>
        );
      }}
    </LoadPage>
  );
};
