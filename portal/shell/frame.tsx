import { FolderOpen, Search, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { inHere } from '../../ui/base.ts';
import { Icon } from '../../ui/icon.tsx';
import { Shell } from '../../ui/shell.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { useSession } from '../account/session.ts';
import { useText } from '../words.ts';

const places = [
  { href: '/dossiers', word: 'navDossiers', icon: FolderOpen },
  { href: '/track', word: 'navTrack', icon: Search },
  { href: '/verify', word: 'navVerify', icon: ShieldCheck },
] as const;

/** Header and footer around every page of the portal. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const text = useText();
  const [path] = useLocation();
  const session = useSession();
  const nav = places.map(({ href, word, icon }) => (
    <li key={href}>
      <Link href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
        <Icon of={icon} />
        {text(word)}
      </Link>
    </li>
  ));
  return (
    <Shell
      brand={<><img src="/icon.svg" alt="" width="32" height="32" />{text('brand')}</>}
      nav={nav}
      account={<AccountMenu />}
      sample={session.data?.sample ?? false}
      footer={<p className="small"><a href={inHere('/desk/')}>{text('forStaff')}</a></p>}
    >
      {children}
    </Shell>
  );
};
