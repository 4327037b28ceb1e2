import { useState } from 'react';
import { keepOnDevice, keptOnDevice } from './device-copy.ts';

export interface Unsent<T> {
  readonly value: T;
  readonly change: (next: T) => void;
  /** It was sent: a page that is opened anew begins anew. */
  readonly forget: () => void;
}

/**
 * What is being typed and not sent yet, kept on this device as well: a phone drops pages it has no room for, sessions end, and
 * the dossier moves on meanwhile. Whoever signs out leaves nothing.
 */
export const useUnsent = <T>(name: string, start: T): Unsent<T> => {
  const [value, setValue] = useState<T>(() => keptOnDevice<T>(name, 0) ?? start);
  return {
    value,
    change: (next) => {
      setValue(next);
      keepOnDevice(name, { value: next, revision: 0 });
    },
    forget: () => keepOnDevice(name, undefined),
  };
};
