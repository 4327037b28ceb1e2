import { Link, useLocation } from 'wouter';
import { base } from '../../ui/base.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { signOut, useSession } from './session.ts';
import './account-menu.css';

/** Who is signed in, and the way out; or the way in. */
export const AccountMenu = () => {
  const text = useText();
  const { data } = useSession();
  const [, go] = useLocation();
  const leaving = useAct(async () => {
    await signOut();
    go('/');
  });
  if (!data) return null;
  if (!data.account)
    return (
      <Link href="/sign-in" className="account-link">
        {text('signIn')}
      </Link>
    );
  return (
    <>
      <span className="account-name">{data.account.name}</span>
      {/* Whoever is played in a trial stays who they are. */}
      {base === '' && <Button kind="quiet" busy={leaving.busy} onClick={() => leaving.run()}>{text('signOut')}</Button>}
    </>
  );
};
