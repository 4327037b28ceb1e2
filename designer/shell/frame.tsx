import { Boxes } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../ui/icon.tsx';
import { Shell } from '../../ui/shell.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { useSession } from '../account/session.ts';
import { useText } from '../words.ts';

/** Header and footer around every page of the designer. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const text = useText();
  const { data: session } = useSession();
  const account = session?.account ?? undefined;
  return (
    <Shell
      brand={<><img src="/icon.svg" alt="" width="28" height="28" />{text('brand')}</>}
      nav={account && <li><Link href="/"><Icon of={Boxes} />{text('packages')}</Link></li>}
      account={account && <AccountMenu account={account} />}
      footer={account && <p className="row"><a className="small" href="/desk/">{text('toDesk')}</a><a className="small" href="/">{text('toPortal')}</a></p>}
      density="desk"
      sample={session?.sample ?? false}
    >
      {children}
    </Shell>
  );
};
