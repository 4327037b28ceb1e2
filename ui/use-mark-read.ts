import { useEffect } from 'react';
import type { Message } from '../server/api/dossier.ts';
import { call } from './api.ts';

/** Tells the server that the messages on the screen have been read, as soon as somebody can see them; then `onRead` fetches the counts anew. */
export const useMarkRead = (dossier: string, messages: readonly Message[] | undefined, onRead: () => void) => {
  const until = messages?.findLast(({ unread }) => unread)?.at;
  useEffect(() => {
    if (until === undefined) return;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', mark);
      // without a network they stay new: nothing is lost, and the next visit says it again
      call('PUT /api/dossiers/:id/messages/read', { params: { id: dossier }, body: { until } }).then(onRead, () => undefined);
    };
    document.addEventListener('visibilitychange', mark);
    mark();
    return () => document.removeEventListener('visibilitychange', mark);
  }, [dossier, until, onRead]);
};
