import type { Browser, Page } from 'playwright-core';
import { vi as words } from '../../designer/words/vi.ts';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import { samplePassword } from '../../server/seed/seed.ts';
import { DESKTOP, openBrowser } from '../browser/chromium.ts';
import { mouse, type Hands } from './hands.ts';
import { openSampleHouse, type SampleHouse } from './sample-house.ts';
import { openWindow, type Window } from './window.ts';

/** Signs in where the designer asks for it, and waits for what stands behind. */
export async function signInAsDesigner({ page, hands }: Window, login = 'thietke'): Promise<void> {
  await hands.write(page.getByLabel(words.username), login);
  await hands.write(page.getByLabel(words.password), samplePassword);
  await hands.press(page.getByRole('button', { name: words.signIn, exact: true }));
  await page.getByLabel(words.password).waitFor({ state: 'detached' });
}

export interface Workshop {
  readonly browser: Browser;
  readonly house: SampleHouse;
  readonly window: Window;
  readonly page: Page;
  close(): Promise<void>;
}

/** How every story of the designer begins: the sample ward on a Wednesday at eight in the morning, and an administrator signed in at a page. */
export async function openWorkshop(suite: Mocha.Context, at = '/designer/', { login = 'thietke', handsOn = mouse, calendars = [] }: { readonly login?: string; readonly calendars?: readonly Calendar[]; readonly handsOn?: (page: Page) => Hands } = {}): Promise<Workshop> {
  const browser = await openBrowser(suite);
  const house = await openSampleHouse('2026-11-18T01:00:00.000Z', { calendars });
  const window = await openWindow(browser, house.url, DESKTOP, { handsOn });
  const { page } = window;
  await page.goto(at);
  await signInAsDesigner(window, login);
  return {
    browser, house, window, page,
    close: async () => {
      await browser.close();
      await house.close();
    },
  };
}
