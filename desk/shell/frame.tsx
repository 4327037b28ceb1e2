import { Banknote, ClipboardList, FilePlus, FolderSearch, Inbox, Map as MapIcon, Siren, SlidersHorizontal, Unplug, Wrench } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { inHere } from '../../ui/base.ts';
import { Icon } from '../../ui/icon.tsx';
import { queryOf } from '../../ui/query.ts';
import { Shell } from '../../ui/shell.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { isAdmin, seesMoney, signsFor, useSession } from '../account/session.ts';
import { useText } from '../words.ts';
import { KeyHelp } from './key-help.tsx';

const places = [
  { href: '/', word: 'navWork', icon: Inbox },
  { href: '/dossiers', word: 'navSearch', icon: FolderSearch },
  { href: '/areas', word: 'navAreas', icon: MapIcon },
] as const;

const isHere = (path: string, href: string) => (href === '/' ? path === '/' || path.startsWith('/tasks') : path.startsWith(href) || (href === '/areas' && path.startsWith('/households')));

/** Header and footer around every page of the desk. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const text = useText();
  const [path] = useLocation();
  const { data: session } = useSession();
  const account = session?.account?.kind === 'staff' ? session.account : undefined;
  const beginnings = useQuery({ ...queryOf('GET /api/desk/beginnings', {}), enabled: account !== undefined && account.roles.length > 0, staleTime: 300_000 });
  const begins = beginnings.data !== undefined && beginnings.data.procedures.length > 0;
  const link = (href: string, word: 'navWork' | 'navSearch' | 'navAreas' | 'navDuty' | 'navBegin' | 'navBegun' | 'navIncidents' | 'navOutside' | 'navSettings' | 'navMoney', icon: typeof Inbox) => (
    <li key={href}>
      <Link href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
        <Icon of={icon} />
        {text(word)}
      </Link>
    </li>
  );
  return (
    <Shell
      brand={<><img src="/icon.svg" alt="" width="28" height="28" />{text('brand')}</>}
      nav={account && <>{places.map(({ href, word, icon }) => link(href, word, icon))}{beginnings.data?.duty && link('/duty', 'navDuty', Siren)}{begins && <>{link('/begin', 'navBegin', FilePlus)}{link('/begun', 'navBegun', ClipboardList)}</>}{seesMoney(account) && link('/money', 'navMoney', Banknote)}{signsFor(account).length > 0 && link('/settings', 'navSettings', SlidersHorizontal)}{isAdmin(account) && <>{link('/incidents', 'navIncidents', Wrench)}{link('/outside', 'navOutside', Unplug)}</>}</>}
      account={account && <AccountMenu account={account} />}
      footer={account && <p className="row"><KeyHelp /><a className="small" href={inHere('/')}>{text('toPortal')}</a></p>}
      density="desk"
      sample={session?.sample ?? false}
    >
      {children}
    </Shell>
  );
};
