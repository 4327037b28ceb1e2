import { useEffect } from 'react';

/** Opens what a place is folded into, brings it into sight and puts the focus there. */
export function land(id: string): void {
  const place = id === '' ? null : document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  // a field with its label and hint
  (place.closest('.field') ?? place).scrollIntoView({ block: 'start' });
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

const named = (): string => decodeURIComponent(location.hash.slice(1));

/** Goes where the address says, when the page opens and whenever another place of it is asked for. */
export const useLanding = (): void => {
  useEffect(() => {
    const go = () => land(named());
    // after whoever changed pages has put the focus on the page itself
    const first = setTimeout(go);
    addEventListener('hashchange', go);
    return () => {
      clearTimeout(first);
      removeEventListener('hashchange', go);
    };
  }, []);
};
