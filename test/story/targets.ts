import type { Page } from 'playwright-core';

/** What can be pressed and is smaller than so many pixels. Within a sentence, words may be pressed as they stand (WCAG 2.5.8, “inline”); the tool that draws has its own measure. */
const small = `(least) => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.closest('[inert]') === null;
  const area = (one) => {
    // a link, or the words of a box to tick, may lie over all of its row or card; a box is pressed by its words too
    const whole = (part) => { const over = getComputedStyle(part, '::after'); return over.position === 'absolute' && over.inset === '0px' ? part.offsetParent : part; };
    const parts = [one, ...(one.type === 'checkbox' || one.type === 'radio' ? one.labels : [])].map((part) => whole(part).getBoundingClientRect());
    return { width: Math.max(...parts.map((part) => part.right)) - Math.min(...parts.map((part) => part.left)), height: Math.max(...parts.map((part) => part.bottom)) - Math.min(...parts.map((part) => part.top)) };
  };
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=tab], [role=button]')].flatMap((one) => {
    if (!shown(one) || one.closest('.djs-container, .bjs-container') || getComputedStyle(one).display === 'inline' && !one.matches('input, select, textarea')) return [];
    const { width, height } = area(one);
    if (width <= 1 || height <= 1 || width >= least && height >= least) return [];
    return [Math.round(width) + ' × ' + Math.round(height) + ' ' + one.outerHTML.slice(0, 160)];
  });
}`;

/** Everything on the page that a finger, or a pointer, could miss. */
export const smallTargets = (page: Page, least: number): Promise<string[]> => page.evaluate(`(${small})(${least})`);

/** Pixels that one can scroll past the end of the page, where nothing is: what hangs out of a box that scrolls by itself. */
export const emptyBelow = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollHeight - Math.ceil(document.body.getBoundingClientRect().bottom + scrollY))');
