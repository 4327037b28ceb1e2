import { Boxes, CalendarDays, Map as MapIcon, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../ui/icon.tsx';
import { Shell } from '../../ui/shell.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { isAdmin, useSession } from '../account/session.ts';
import { useText } from '../words.ts';
import { useFirstFault } from './first-fault.ts';
import { KeysButton } from './keys-button.tsx';
import './keys.css';
import { usePanes } from './panes.ts';

/** Header and footer around every page of the designer. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const text = useText();
  usePanes();
  useFirstFault();
  const { data: session } = useSession();
  const account = session?.account ?? undefined;
  return (
    <Shell
      brand={<><img src="/icon.svg" alt="" width="28" height="28" />{text('brand')}</>}
      nav={account && (
        <>
          <li><Link href="/"><Icon of={Boxes} />{text('packages')}</Link></li>
          {isAdmin(account) && <li><Link href="/calendars"><Icon of={CalendarDays} />{text('navCalendars')}</Link></li>}
          {isAdmin(account) && <li><Link href="/maps"><Icon of={MapIcon} />{text('navMaps')}</Link></li>}
          {isAdmin(account) && <li><Link href="/people"><Icon of={Users} />{text('navPeople')}</Link></li>}
        </>
      )}
      account={account && <><KeysButton /><AccountMenu account={account} /></>}
      footer={account && <p className="row"><a className="small" href="/desk/">{text('toDesk')}</a><a className="small" href="/">{text('toPortal')}</a></p>}
      density="desk"
      sample={session?.sample ?? false}
    >
      {children}
    </Shell>
  );
};
