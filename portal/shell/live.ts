import { useEffect } from 'react';
import { listen } from '../../ui/live.ts';

/** Calls `reload` soon after one of the reader's dossiers has moved. */
export const useLive = (reload: () => void) => {
  useEffect(() => listen(reload), [reload]);
};
