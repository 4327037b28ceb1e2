import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { LanguageSwitch } from './language-switch.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { useKitText } from './words.ts';
import './shell.css';

interface ShellProps {
  /** Name of the office or app, beside the mark; leads to the app's first page. */
  brand: ReactNode;
  home?: string;
  /** Links to the app's main places: `<li>` elements. */
  nav?: ReactNode;
  /** Sign-in, account, sign-out. */
  account?: ReactNode;
  footer?: ReactNode;
  /** `desk` is denser and tells the type scale so. */
  density?: 'citizen' | 'desk';
  /** The data is fictional: every page says so. */
  sample?: boolean;
  children: ReactNode;
}

/** Header, main and footer around every page of an app. */
export const Shell = ({ brand, home = '/', nav, account, footer, density = 'citizen', sample = true, children }: ShellProps) => {
  const text = useKitText();
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  const places = nav && (
    <nav className="shell-nav" aria-label={text('menu')}>
      <ul>{nav}</ul>
    </nav>
  );
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        {text('skip')}
      </a>
      <header className="shell-header no-print">
        <div className="shell-bar">
          <Link href={home} className="shell-brand">
            {brand}
          </Link>
          {/* The desk has room for everything in one line, and the focus goes as the eye does. */}
          {density === 'desk' && places}
          <div className="shell-tools">
            {account}
            <LanguageSwitch />
          </div>
          {density === 'citizen' && places}
        </div>
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-footer no-print">
        <div className="shell-foot">
          <div className="row">
            {footer}
            <p className="small"><a href="/licences.html">{text('licences')}</a></p>
          </div>
          {sample && <p className="small">{text('sampleData')}</p>}
        </div>
      </footer>
    </div>
  );
};
