import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from './button.tsx';
import { Page } from './page.tsx';
import { useKitText } from './words.ts';

/** What takes the place of a page that could not be drawn, or whose part did not come over the network. */
const Failed = () => {
  const text = useKitText();
  return (
    <Page title={text('failed')}>
      <p>{text('failedHint')}</p>
      <Button kind="main" onClick={() => window.location.reload()}>{text('retry')}</Button>
    </Page>
  );
};

class Guarded extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  // for whoever looks into it: what was thrown would be nowhere else
  override componentDidCatch = (error: unknown): void => reportError(error);
  override render = () => (this.state.failed ? <Failed /> : this.props.children);
}

/** Keeps the frame of the app standing whatever happens to its page; whoever goes to another page sees that. */
export const PageGuard = ({ children }: { children: ReactNode }) => {
  const [location] = useLocation();
  // of the first two parts: within an opened dossier or package, going on is no other page
  return <Guarded key={location.split('/').slice(0, 3).join('/')}>{children}</Guarded>;
};
