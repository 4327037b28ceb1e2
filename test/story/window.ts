import { strict as assert } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vi as kit } from '../../ui/words/vi.ts';
import { accessibilityFindings } from '../browser/accessibility.ts';
import { mouse, type Hands } from './hands.ts';

const pictures = process.env['MOTCUA_PICTURES'];
const taken = { count: 0 };

/** Everybody's patience with one page, on a busy machine. */
export const patience = 90_000;

/** One person's browser window. Whatever the browser complains of, a broken script or a refused style, is kept and fails the next look. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly hands: Hands;
  /** The page as it stands must please axe (by mouse), not scroll sideways, and have met no trouble; its picture is kept when asked for. */
  look(name: string): Promise<void>;
  /** The browser is expected to have told of an answer with this status; it did. */
  wasTold(status: number): void;
  /** Only keeps the picture. */
  keep(name: string): Promise<void>;
  /** Keeps a file that came down, beside the pictures. */
  keepFile(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

interface How {
  readonly handsOn?: (page: Page) => Hands;
  /** Who changes requests on the way must block the worker: what passes through it is not seen. */
  readonly serviceWorkers?: 'allow' | 'block';
}

export async function openWindow(browser: Browser, url: string, viewport: { readonly width: number; readonly height: number }, { handsOn = mouse, serviceWorkers = 'allow' }: How = {}): Promise<Window> {
  const phone = viewport.width < 600;
  const context = await browser.newContext({ baseURL: url, viewport, hasTouch: phone, isMobile: phone, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true, reducedMotion: 'reduce', serviceWorkers });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const hands = handsOn(page);
  const troubles: string[] = [];
  page.on('console', (message) => {
    const isOurs = serviceWorkers === 'block' && message.text().startsWith('Service Worker registration blocked');
    if (!isOurs && (message.type() === 'error' || message.type() === 'warning')) troubles.push(`${page.url()} ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => troubles.push(`${page.url()} threw: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.url()} answered ${response.status()}`);
  });
  const keep = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    taken.count += 1;
    await page.screenshot({ path: join(pictures, `${String(taken.count).padStart(2, '0')}-${name}.png`), fullPage: phone, animations: 'disabled' });
  };
  return {
    page, context, hands, keep,
    keepFile: async (name, bytes) => {
      if (pictures !== undefined) await writeFile(join(pictures, name), bytes);
    },
    async look(name) {
      // away from everything that changes under a pointer
      if (hands.way === 'mouse') await page.mouse.move(0, 0);
      await page.getByText(kit.loading, { exact: true }).first().waitFor({ state: 'detached' });
      await page.evaluate('document.fonts.ready');
      await keep(name);
      // whoever works by keys passes the same pages: they please axe in the story by mouse
      if (hands.way === 'mouse') assert.deepEqual(await accessibilityFindings(page), [], `axe at ${name}`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), viewport.width, `${name} scrolls sideways`);
      assert.deepEqual(troubles.splice(0), [], `trouble at ${name}`);
    },
    wasTold(status) {
      const at = troubles.findIndex((trouble) => trouble.includes(`the server responded with a status of ${status} `));
      assert.ok(at >= 0, `expected the browser to tell of status ${status}, but it told ${JSON.stringify(troubles)}`);
      troubles.splice(at, 1);
    },
    close: () => context.close(),
  };
}
