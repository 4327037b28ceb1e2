import { useEffect } from 'react';
import { addressOf } from '../../ui/api.ts';

const restMilliseconds = 800;

/** Calls `reload` soon after the server says that one of the reader's dossiers has moved; ten moves cost one call. */
export const useLive = (reload: () => void) => {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stream = new EventSource(addressOf('GET /api/events', {}));
    stream.addEventListener('dossier', () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        reload();
      }, restMilliseconds);
    });
    return () => {
      stream.close();
      clearTimeout(waiting);
    };
  }, [reload]);
};
