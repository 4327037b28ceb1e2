import { strict as assert } from 'node:assert';
import type { ElementHandle, Locator, Page } from 'playwright-core';
import { count, nothingDone, type Done, type Hands } from './hands.ts';

/** Patience of a person with one act, in keys besides the letters of a text. */
const mostKeys = 400;

/**
 * Where an element lies for who works with keys: how many parts of the page lie between by F6, when that is shorter; how many stops of Tab from the focus to the stop of its group; and how many arrows from there. Backward when negative.
 * Only looks: the keys alone move the focus. Of a group, such as radio buttons or tabs, Tab stops at one, and arrows move within.
 */
const wayTo = `(element) => {
  if (!element.isConnected) return 'gone';
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('[inert]') === null;
  const focused = document.activeElement;
  const within = [...document.querySelectorAll('dialog')].findLast((dialog) => dialog.matches(':modal')) ?? document;
  const all = [...within.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]')].filter((one) => !one.disabled && shown(one));
  const radios = (one) => all.filter((other) => other.type === 'radio' && other.name === one.name && other.form === one.form);
  const chosen = (group) => group.find((one) => one === focused) ?? group.find((one) => one.checked);
  const roving = (one) => one.closest('[role=tablist], [data-roving]');
  const group = element.type === 'radio' ? radios(element) : roving(element) ? all.filter((one) => roving(one) === roving(element)) : [element];
  const isStop = (one) => one.tabIndex >= 0 && (one.type !== 'radio' || one === (chosen(radios(one)) ?? one));
  const stops = all.filter(isStop);
  const here = group.includes(focused) ? focused : group.find(isStop);
  if (here === undefined) return 'expected to come there by Tab, but it is no stop: ' + element.outerHTML.slice(0, 300);
  const to = stops.indexOf(here);
  const following = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  // from something that is no stop itself
  const from = (place) => { const passed = stops.filter((one) => following(one, place)).length; return to < passed ? to - passed : to - passed + 1; };
  const stopsFrom = (place) => (stops.includes(place) ? to - stops.indexOf(place) : from(place));
  const direct = here === focused ? 0 : focused === null || focused === document.body ? to + 1 : stopsFrom(focused);
  // by F6, where that is shorter: around through the parts of the page
  const panes = within === document ? [...document.querySelectorAll('[data-pane]')].filter(shown) : [];
  const inside = focused === null ? -1 : panes.findLastIndex((one) => one.contains(focused));
  const ahead = focused === null ? 0 : panes.findIndex((one) => following(focused, one));
  const turns = panes.map((pane, index) => {
    const forward = (((inside >= 0 ? index - inside : index - (ahead < 0 ? 0 : ahead) + 1) % panes.length) + panes.length) % panes.length;
    const by = forward <= panes.length / 2 ? forward : forward - panes.length;
    return { by, cost: Math.abs(by) + Math.abs(stopsFrom(pane)) };
  }).filter(({ by }) => by !== 0).sort((one, other) => one.cost - other.cost);
  const [best] = turns;
  const inGroup = element.type === 'radio' || roving(element);
  const kind = element.type === 'radio' ? 'radio' : element.type === 'checkbox' ? 'box' : element.role === 'tab' ? 'tab' : 'other';
  return { focused: element === focused, inAll: stops.length, kind, checked: element.checked === true, parts: best !== undefined && best.cost < Math.abs(direct) ? best.by : 0, stops: direct, arrows: inGroup ? group.indexOf(element) - group.indexOf(here) : 0 };
}`;
interface WayTo {
  readonly focused: boolean;
  /** Stops of Tab on the whole page. */
  readonly inAll: number;
  readonly kind: 'box' | 'radio' | 'tab' | 'other';
  readonly checked: boolean;
  readonly parts: number;
  readonly stops: number;
  readonly arrows: number;
}
const optionsTo = `(element, label) => {
  const options = [...element.options];
  const wanted = options.findIndex((one) => one.label.trim() === label);
  return wanted < 0 ? 'expected “' + label + '”, but there is ' + options.map((one) => one.label).join(', ') : wanted - element.selectedIndex;
}`;
// oxlint-disable-next-line no-new-func, no-implied-eval -- the question is asked in the page
const asked = <T>(element: ElementHandle, question: string, more?: string): Promise<T> => element.evaluate(new Function('element', 'more', `return (${question})(element, more)`) as (element: unknown, more: string | undefined) => T, more);

/** Never points: goes by Tab and arrows to where the focus shall be, presses, types, and chooses with the arrows. The browser alone moves the focus. */
export const keyboard = (page: Page, done: Done = nothingDone()): Hands => {
  const act = { keys: 0, pressed: 0 };
  const hit = async (key: string, times = 1): Promise<void> => {
    act.keys += times;
    act.pressed += times;
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
  };
  /** Counted ahead, and looked at again where what was counted did not come true. Where the page grew or shrank meanwhile, nobody who looks would have pressed what was counted on the page before: only the way from there is. */
  const reach = async (target: Locator): Promise<[ElementHandle, WayTo]> => {
    await target.waitFor();
    for (let element = await target.elementHandle(), before: number | undefined; ;) {
      const way = await asked<WayTo | string>(element, wayTo);
      if (way === 'gone') {
        element = await target.elementHandle();
        continue;
      }
      if (typeof way === 'string') throw new Error(`${String(target)}: ${way}`);
      if (before !== undefined && before !== way.inAll) act.keys = 0;
      before = way.inAll;
      if (way.focused) return [element, way];
      assert.ok(act.pressed < mostKeys, `expected the keys to come to ${String(target)}, but after ${act.pressed} they have not`);
      if (way.parts !== 0) await hit(way.parts > 0 ? 'F6' : 'Shift+F6', Math.abs(way.parts));
      else if (way.stops !== 0) await hit(way.stops > 0 ? 'Tab' : 'Shift+Tab', Math.abs(way.stops));
      else if (way.arrows === 0) await hit('Tab');
      else await hit(way.kind === 'tab' ? (way.arrows > 0 ? 'ArrowRight' : 'ArrowLeft') : way.arrows > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(way.arrows));
    }
  };
  const during = async (target: Locator, letters: number | undefined, live: (element: ElementHandle, way: WayTo) => Promise<void>): Promise<void> => {
    count(done, page, letters);
    act.keys = act.pressed = 0;
    await live(...(await reach(target)));
    done.keys.push([act.keys, String(target)]);
  };
  return {
    way: 'keyboard', page, done,
    async key(name) {
      act.keys = 0;
      await hit(name);
      done.keys.push([1, name]);
    },
    press: (target) => during(target, undefined, async (_element, { kind, checked }) => {
      // arrows choose among tabs and radio buttons as they come there
      if (kind === 'other') await hit('Enter');
      else if (kind !== 'tab' && !checked) await hit('Space');
    }),
    write: (target, text) => during(target, text.length, async () => {
      await hit('Control+a');
      if (text === '') return hit('Delete');
      if (/^[ -~]*$/.test(text)) return page.keyboard.type(text);
      // as those who write Vietnamese do: an input method brings word by word
      for (const [index, word] of text.split(' ').entries()) {
        if (index > 0) await page.keyboard.press('Space');
        await page.keyboard.insertText(word);
      }
      return undefined;
    }),
    choose: (target, label) => during(target, undefined, async (element) => {
      const options = await asked<number | string>(element, optionsTo, label);
      if (typeof options === 'string') throw new Error(options);
      await hit(options > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(options));
    }),
  };
};
