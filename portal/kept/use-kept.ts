import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../account/session.ts';
import { send, type SentOff } from './sending.ts';
import { allKept, onKept, type Kept } from './store.ts';

const again = 60_000;

/** What waits on this device, and its sending: when the page opens, when the network returns, when somebody signs in, and every minute. */
export const useKept = (): { readonly kept: readonly Kept[] | undefined; readonly sent: readonly SentOff[]; readonly sendNow: (id?: string) => void } => {
  const [kept, setKept] = useState<readonly Kept[]>();
  const [sent, setSent] = useState<readonly SentOff[]>([]);
  const citizen = useSession().data?.account?.kind === 'citizen';
  useEffect(() => {
    const read = () => void allKept().then(setKept).catch(() => setKept([]));
    read();
    return onKept(read);
  }, []);
  const sendNow = useCallback((id?: string) => {
    if (navigator.onLine) void send(id).then((done) => setSent((before) => [...before, ...done])).catch(() => undefined);
  }, []);
  useEffect(() => {
    if (!citizen) return;
    const go = () => sendNow();
    go();
    addEventListener('online', go);
    const timer = setInterval(go, again);
    return () => {
      removeEventListener('online', go);
      clearInterval(timer);
    };
  }, [citizen, sendNow]);
  return { kept, sent, sendNow };
};
