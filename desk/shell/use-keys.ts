import { useEffect, useRef, useSyncExternalStore } from 'react';
import { actOf, type KeyAct } from './keys.ts';

const storageKey = 'motcua.desk.keys';
const listeners = new Set<() => void>();

const stored = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
};
let on = stored();

/** Single keys can be switched off: speech input would press them by chance (WCAG 2.1.4). */
export const setKeys = (next: boolean) => {
  on = next;
  try {
    localStorage.setItem(storageKey, next ? 'on' : 'off');
  } catch {
    // the choice then lasts as long as the page
  }
  for (const listener of listeners) listener();
};

export const useKeysOn = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, () => on);

const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement && target.closest('textarea,select,[contenteditable],input:not([type=checkbox],[type=radio])') !== null);

/** Listens for single keys while the component stands; acts that it does not name are left alone. */
export const useKeys = (acts: Partial<Record<KeyAct, () => void>>) => {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!on || event.defaultPrevented) return;
      const act = actOf({ key: event.key, ctrlKey: event.ctrlKey, altKey: event.altKey, metaKey: event.metaKey, busy: isBusy(event.target) });
      const run = act && latest.current[act];
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
};
