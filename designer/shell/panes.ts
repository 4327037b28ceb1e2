import { useEffect } from 'react';

/** Marks a part of a page that F6 comes to: `<nav {...pane}>`; it has a name of its own. */
export const pane = { 'data-pane': '', tabIndex: -1 } as const;

/** F6 goes to the next part of the page, Shift+F6 to the one before, around: nobody passes all of one part to come to the other. */
export function usePanes(): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog:modal')) return;
      const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((one) => one.checkVisibility());
      if (panes.length === 0) return;
      event.preventDefault();
      panes[besides(panes, document.activeElement ?? document.body, event.shiftKey ? -1 : 1)]?.focus();
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, []);
}

/** The pane before or after the one that holds an element, or after the element when it stands between panes. */
function besides(panes: readonly HTMLElement[], element: Element, by: 1 | -1): number {
  // of panes within one another the innermost
  const at = panes.findLastIndex((one) => one.contains(element));
  const after = panes.findIndex((one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const next = at >= 0 ? at + by : (after < 0 ? panes.length : after) + (by > 0 ? 0 : -1);
  return (next + panes.length) % panes.length;
}
