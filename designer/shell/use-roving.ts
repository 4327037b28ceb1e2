import { useLayoutEffect, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1), ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1), ArrowLeft: (at) => Math.max(0, at - 1), Home: () => 0, End: (_, last) => last,
};

/** The buttons, or links, of a list as one stop of Tab, at the one that has the focus or is current; arrows, Home and End go from one to the other. */
export function useRoving(list: RefObject<HTMLElement | null>, of: 'button' | 'a' = 'button') {
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>(of) ?? [])];
  const settle = (focused: unknown) => {
    const all = buttons();
    const stop = all.find((one) => one === focused) ?? all.find((one) => one.ariaCurrent !== null) ?? all[0];
    for (const one of all) one.tabIndex = one === stop ? 0 : -1;
  };
  useLayoutEffect(() => settle(document.activeElement));
  return {
    'data-roving': '',
    onFocus: ({ target }: FocusEvent) => settle(target),
    onKeyDown: (event: KeyboardEvent) => {
      const all = buttons();
      const at = all.indexOf(document.activeElement as HTMLElement);
      const next = at < 0 || event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key]?.(at, all.length - 1);
      if (next === undefined) return;
      event.preventDefault();
      all[next]?.focus();
    },
  };
}
