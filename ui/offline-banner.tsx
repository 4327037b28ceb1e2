import { useSyncExternalStore } from 'react';
import { Notice } from './notice.tsx';
import { useKitText } from './words.ts';
import './offline-banner.css';

const subscribe = (changed: () => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Says that the network is away, and that nothing is lost. The live region stands always, so that it is read. */
export const OfflineBanner = () => {
  const online = useOnline();
  const text = useKitText();
  return <output className="offline-banner">{!online && <Notice kind="soon">{text('offline')}</Notice>}</output>;
};
