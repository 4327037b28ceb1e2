import { useEffect } from 'react';
import { base } from '../base.ts';
import { useLanguage } from '../use-text.ts';

const isLikely = (): boolean => base === '' && 'Notification' in globalThis && Notification.permission === 'granted';

/** Whoever signs in here: pushes for somebody else end on this device, and their own come in the language of the page. */
export const usePushHere = (account: string | undefined): void => {
  const language = useLanguage();
  useEffect(() => {
    if (account === undefined || !isLikely()) return;
    void import('./device.ts').then(({ deviceHere }) => deviceHere(language)).catch(() => undefined);
  }, [account, language]);
};

/** Before the session ends: this device gets no more of it. */
export const leavePushHere = async (language: 'vi' | 'en'): Promise<void> => {
  if (isLikely()) await (await import('./device.ts')).leaveDevice(language);
};
