import { Suspense, lazy, useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { inHere } from '../../ui/base.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { usePushHere } from '../../ui/push/use-push-here.ts';
import { Shell } from '../../ui/shell.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { AccountMenu } from '../account/account-menu.tsx';
import { useSession } from '../account/session.ts';
import { isAnythingKept } from '../kept/any-kept.ts';
import { useText } from '../words.ts';
import { paint } from './colours.ts';
import { places } from './places.ts';
import { useResource } from './resource.ts';

// Most visitors keep nothing on their device, and fetch nothing for it.
const KeptBanner = lazy(async () => ({ default: (await import('../kept/kept-banner.tsx')).KeptBanner }));

/** Header and footer around every page of the portal: name, colours and menu are the agency's. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const text = useText();
  const [path] = useLocation();
  const language = useLanguage();
  const session = useSession();
  const { data: app } = useResource('GET /api/app', {});
  usePushHere(session.data?.account?.id);
  useEffect(() => paint(app?.colours), [app?.colours]);
  const nav = (app?.menu ?? []).map((place) => places[place]).map(({ href, word, icon }) => (
    <li key={href}>
      <Link href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
        <Icon of={icon} />
        {text(word)}
      </Link>
    </li>
  ));
  return (
    <Shell
      brand={<><img src="/icon.svg" alt="" width="32" height="32" />{app ? pick(app.name, language) : ''}</>}
      nav={app?.menu.length === 0 ? undefined : nav}
      account={<AccountMenu />}
      sample={session.data?.sample ?? false}
      footer={<p className="small row"><Link href="/alerts">{text('publicAlerts')}</Link><Link href="/notices">{text('publicNotices')}</Link><Link href="/clock">{text('publicClock')}</Link><a href={inHere('/desk/')}>{text('forStaff')}</a></p>}
    >
      {isAnythingKept() && <Suspense fallback={null}><KeptBanner /></Suspense>}
      {children}
    </Shell>
  );
};
